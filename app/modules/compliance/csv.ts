import { wordsIn } from '#app/i18n/i18n.ts';
import { toSpreadsheet } from '#app/platform/spreadsheet.ts';
import type { CompliancePage } from './presenter.ts';

/** The matrix for a spreadsheet. */
export function toCsv({ lines, asAt }: CompliancePage, locale: string): string {
  const t = wordsIn(locale, 'compliance');
  const header = [
    t('columns.name'),
    t('columns.groups'),
    t('columns.requirement'),
    t('columns.status'),
    t('columns.completed'),
    t('columns.due'),
    t('filter.asAt'),
  ];
  const rows = lines.map((line) => [
    line.name,
    line.groups.join('; '),
    line.requirement,
    t(`status.${line.standing}`),
    line.completedOn ?? '',
    line.dueOn ?? '',
    asAt,
  ]);
  return toSpreadsheet([header, ...rows]);
}
