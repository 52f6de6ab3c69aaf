import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Certificate, CertificatePart, Code } from '#app/components/certificate/certificate.tsx';
import { OnScreen } from '#app/components/layout/layout.tsx';
import { Aside } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { completionIdSchema, openCertificate } from '#app/modules/records/certificate.server.ts';
import { publicOrigin } from '#app/platform/http/public-origin.ts';
import { useFacts } from './certificate-facts.tsx';

export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'attempts.play');
  const id = completionIdSchema.safeParse(params.id);
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const certificate = id.success ? await openCertificate(services, session, id.data, locale) : null;
  if (!certificate) throw new Response(null, { status: 404 });
  return {
    certificate,
    title: wordsIn(locale, 'certificate')('pageTitle', { title: certificate.title }),
    timeZone: session.organisation.timeZone,
    address: `${publicOrigin(services.config, request)}/verify`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CertificatePage() {
  const { t } = useTranslation('certificate');
  const { certificate, timeZone, address } = useLoaderData<typeof loader>();
  const { name, title, organisation, isDemo, code } = certificate;
  const demo = (
    <>
      <strong>{t('demo.title')}</strong> {t('demo.text', { organisation })}
    </>
  );
  return (
    <>
      <Certificate
        title={t('title')}
        name={name}
        says={t('completedThis')}
        subject={title}
        facts={useFacts(certificate, timeZone)}
        note={isDemo && demo}
      >
        <CertificatePart id="means" title={t('means.title')}>
          <p>{t(isDemo ? 'means.demo' : 'means.text')}</p>
        </CertificatePart>
        <CertificatePart id="check" title={t('check.title')}>
          <p>{t('check.text')}</p>
          <p>
            {t('check.address')} <a href={`/verify?code=${code}`}>{address}</a>
          </p>
          <p>
            {t('check.code')} <Code>{code}</Code>
          </p>
        </CertificatePart>
      </Certificate>
      <OnScreen>
        <Aside>{t('print')}</Aside>
        <p>
          <a href="/records">{t('back')}</a>
        </p>
      </OnScreen>
    </>
  );
}
