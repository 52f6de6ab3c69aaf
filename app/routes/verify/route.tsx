import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Stack } from '#app/components/layout/layout.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { verifyCertificate } from '#app/modules/records/verify-certificate.server.ts';
import { CodeForm } from './code-form.tsx';
import { VerificationResult } from './verification-result.tsx';

const statuses = { genuine: 200, changed: 200, unknown: 404, unreadable: 400 };

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const t = wordsIn(locale, 'certificate');
  const typed = new URL(request.url).searchParams.get('code')?.trim() ?? '';
  if (typed === '') return data({ title: t('verify.title'), typed, verification: null });
  const verification = await verifyCertificate(services, typed, locale);
  const { result } = verification;
  const title = t(`verify.results.${result}.title`);
  return data({ title, typed, verification }, { status: statuses[result] });
}

/** A page that names somebody is for who holds the code, and not for a search engine. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  ...(data?.verification ? [{ name: 'robots', content: 'noindex' }] : []),
];

export default function VerifyPage() {
  const { t } = useTranslation('certificate');
  const { typed, verification } = useLoaderData<typeof loader>();
  const steps = t('verify.paper.steps', { returnObjects: true });
  return (
    <>
      <h1>{t('verify.title')}</h1>
      {verification ? (
        <VerificationResult verification={verification} />
      ) : (
        <Lead>{t('verify.lead')}</Lead>
      )}
      <Stack>
        <CodeForm typed={typed} result={verification?.result ?? null} />
        <Card id="paper" title={t('verify.paper.title')}>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Card>
        <Card id="means" title={t('verify.means.title')}>
          <p>{t('verify.means.text')}</p>
          <p>{t('verify.means.private')}</p>
        </Card>
      </Stack>
    </>
  );
}
