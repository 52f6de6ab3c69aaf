import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { useDates } from '#app/i18n/use-dates.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { showCompliance } from '#app/modules/compliance/compliance.server.ts';
import { Filters } from './filters.tsx';
import { Lines } from './lines.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'compliance.view');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const { searchParams } = new URL(request.url);
  const page = await showCompliance(services, session, searchParams, locale);
  return {
    title: wordsIn(locale, 'compliance')('title'),
    organisation: session.organisation.name,
    page,
    // What is shown, and not what was asked for: the file answers the same question as the page.
    csvHref: `/compliance.csv?${new URLSearchParams({ ...page.filter, asAt: page.asAt })}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle = { hydrates: true, isWide: true };

export default function CompliancePage() {
  const { t } = useTranslation('compliance');
  const { page, organisation, csvHref } = useLoaderData<typeof loader>();
  const { dateOf } = useDates();
  const { totals, problems } = page;
  return (
    <>
      <h1>
        {t('title')} <span className="hidden">– {organisation}</span>
      </h1>
      <p className="lead">
        {totals.peopleOverdue === 0 && totals.people > 0
          ? t('allWell')
          : t('summary', { count: totals.peopleOverdue })}{' '}
        <span className="small">
          {organisation}, {dateOf(page.asAt)}
        </span>
      </p>
      {problems.length > 0 && (
        <section className="notice notice-care" role="alert">
          <h2>{t('problems.title')}</h2>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{t(`problems.${problem}`)}</li>
            ))}
          </ul>
        </section>
      )}
      <h2 className="hidden">{t('totals.title')}</h2>
      <dl className="totals">
        {(['people', 'done', 'due', 'overdue'] as const).map((key) => (
          <div key={key} className={`total total-${key}`}>
            <dt>{t(`totals.${key}`)}</dt>
            <dd>{totals[key]}</dd>
          </div>
        ))}
      </dl>
      <Filters page={page} />
      <Lines page={page} />
      <p className="row">
        <a className="button button-quiet" href={csvHref} download>
          {t('download')}
        </a>
      </p>
      <p className="soft small">{t('note')}</p>
      {page.isDemo && <p className="soft small">{t('demoNote')}</p>}
    </>
  );
}
