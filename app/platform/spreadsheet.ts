import { stringify } from 'csv-stringify/sync';

/** Rows as CSV that a spreadsheet opens as it should. What looks like a formula is written so that it stays words. */
export function toSpreadsheet(rows: string[][]): string {
  return stringify(rows, {
    bom: true,
    escape_formulas: true,
    // A line break of any kind inside a value must not end the line.
    quoted_match: /[\r\n]/,
    record_delimiter: 'windows',
  });
}
