import { useTranslation } from 'react-i18next';
import { useDates } from '#app/i18n/use-dates.ts';
import type { CompliancePage } from '#app/modules/compliance/presenter.ts';

/** One line for each person and requirement; on a phone each line is a small card. */
export function Lines({ page }: { page: CompliancePage }) {
  const { t } = useTranslation('compliance');
  const { dateOf } = useDates();
  if (page.lines.length === 0) return <Nobody isFiltered={page.totals.people > 0} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a tablet, by keyboard too
    <section className="table-frame" aria-labelledby="lines" tabIndex={0}>
      <table className="table-cards">
        <caption id="lines">
          {t('caption', { count: page.lines.length, date: dateOf(page.asAt) })}
        </caption>
        <thead>
          <tr>
            {(['name', 'groups', 'requirement', 'status', 'completed', 'due'] as const).map(
              (column) => (
                <th key={column} scope="col">
                  {t(`columns.${column}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {page.lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">
                <bdi>{line.name}</bdi>
              </th>
              <td data-label={t('columns.groups')}>{line.groups.join(', ') || t('noGroup')}</td>
              <td data-label={t('columns.requirement')}>{line.requirement}</td>
              <td data-label={t('columns.status')}>
                <span className={`tag tag-${line.standing}`}>{t(`status.${line.standing}`)}</span>
              </td>
              <td data-label={t('columns.completed')} className="number">
                {line.completedOn ? dateOf(line.completedOn) : t('never')}
              </td>
              <td data-label={t('columns.due')} className="number">
                {line.dueOn ? dateOf(line.dueOn) : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Nobody({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('compliance');
  return (
    <section className="card">
      <p>{t(isFiltered ? 'empty.filtered' : 'empty.none')}</p>
      {isFiltered && <p>{t('empty.filteredDo')}</p>}
    </section>
  );
}
