import { stringify } from 'csv-stringify/sync';
import { wordsIn } from '#app/i18n/i18n.ts';
import type { AuditLine } from './list.server.ts';
import { sentenceOf } from './sentence.ts';

/** The audit for a spreadsheet. A name that looks like a formula is written so that it stays a name. */
export function auditCsv(lines: AuditLine[], locale: string): string {
  const t = wordsIn(locale, 'audit');
  const header = [t('columns.number'), t('columns.at'), t('columns.kind'), t('columns.what')];
  const rows = lines.map((line) => [line.number, line.at, line.kind, sentenceOf(line, t)]);
  return stringify([header, ...rows], {
    bom: true,
    escape_formulas: true,
    // A line break of any kind inside a value must not end the line.
    quoted_match: /[\r\n]/,
    record_delimiter: 'windows',
  });
}
