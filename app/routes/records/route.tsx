import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { useDates } from '#app/i18n/use-dates.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { listOwnRecords } from '#app/modules/records/own-records.server.ts';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'attempts.play');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const { isDemo, timeZone } = session.organisation;
  return {
    title: wordsIn(locale, 'records')('title'),
    isDemo,
    timeZone,
    ...(await listOwnRecords(services, session, locale)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RecordsPage() {
  const { t } = useTranslation('records');
  const { records, open, isDemo, timeZone } = useLoaderData<typeof loader>();
  const { dateAt } = useDates(timeZone);
  const approval = (approvedBy: string | null) =>
    approvedBy
      ? t('approvedBy', { name: approvedBy })
      : t(isDemo ? 'notApprovedDemo' : 'notApproved');
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {open.length > 0 && (
        <section className="card spaced" aria-labelledby="open">
          <h2 id="open">{t('open.title')}</h2>
          <p className="soft">{t('open.onlyYou')}</p>
          <ul>
            {open.map(({ id, title, startedAt }) => (
              <li key={id}>
                <a href={`/attempts/${id}`}>{t('open.goOn', { title })}</a>{' '}
                <span className="soft small">{t('open.started', { date: dateAt(startedAt) })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {records.length === 0 ? (
        <section className="card">
          <h2>{t('empty.title')}</h2>
          <p>{t('empty.text')}</p>
          <p>
            <a className="button" href="/scenarios">
              {t('empty.go')}
            </a>
          </p>
        </section>
      ) : (
        <div className="table-frame">
          <table className="table-cards">
            <thead>
              <tr>
                <th scope="col">{t('scenario')}</th>
                <th scope="col">{t('completedOn')}</th>
                <th scope="col">{t('approval')}</th>
                <th scope="col">{t('number')}</th>
              </tr>
            </thead>
            <tbody>
              {records.map((record) => (
                <tr key={record.number}>
                  <th scope="row">{record.title}</th>
                  <td data-label={t('completedOn')}>{dateAt(record.completedAt)}</td>
                  <td data-label={t('approval')}>{approval(record.approvedBy)}</td>
                  <td data-label={t('number')} className="number">
                    {record.number}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
