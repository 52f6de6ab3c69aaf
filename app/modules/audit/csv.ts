import { wordsIn } from '#app/i18n/i18n.ts';
import { toSpreadsheet } from '#app/platform/spreadsheet.ts';
import type { AuditLine } from './list.server.ts';
import { sentenceOf } from './sentence.ts';

/** The audit for a spreadsheet. */
export function auditCsv(lines: AuditLine[], locale: string): string {
  const t = wordsIn(locale, 'audit');
  const header = [t('columns.number'), t('columns.atUtc'), t('columns.kind'), t('columns.what')];
  const rows = lines.map((line) => [line.number, line.at, line.kind, sentenceOf(line, locale)]);
  return toSpreadsheet([header, ...rows]);
}
