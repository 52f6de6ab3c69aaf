import { stringify } from 'csv-stringify/sync';
import { wordsIn } from '#app/i18n/i18n.ts';
import type { CompliancePage } from './presenter.ts';

/** The matrix for a spreadsheet. A name that looks like a formula is written so that it stays a name. */
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
  return stringify([header, ...rows], {
    bom: true,
    escape_formulas: true,
    // A line break of any kind inside a value must not end the line.
    quoted_match: /[\r\n]/,
    record_delimiter: 'windows',
  });
}
