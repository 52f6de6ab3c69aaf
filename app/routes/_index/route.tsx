import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';

export function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const t = wordsIn(locale, 'common');
  return { title: `${t('product')}: ${t('landing.title')}`, isDemo: services.config.demo };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle = { isWide: true };

export default function Landing() {
  const { t } = useTranslation();
  const { isDemo } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="hero">
        <h1>{t('landing.title')}</h1>
        <p className="lead">{t('landing.lead')}</p>
        <p className="row">
          <a className="button" href="/scenarios">
            {t('landing.primary')}
          </a>
          {isDemo && (
            <a className="button button-quiet" href="/demo">
              {t('landing.demo')}
            </a>
          )}
        </p>
      </div>
      <h2>{t('landing.how.title')}</h2>
      <div className="grid">
        {(['play', 'why', 'record'] as const).map((step) => (
          <section key={step} className="card">
            <h3>{t(`landing.how.${step}.title`)}</h3>
            <p>{t(`landing.how.${step}.text`)}</p>
          </section>
        ))}
      </div>
      <h2>{t('landing.forTitle')}</h2>
      <ul>
        <li>{t('landing.for.staff')}</li>
        <li>{t('landing.for.manager')}</li>
      </ul>
    </>
  );
}
