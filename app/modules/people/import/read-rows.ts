import { CsvError, type Options, parse } from 'csv-parse/sync';
import type { FileProblem, RowProblem } from './problems.ts';

const maxRows = 20_000;
/** Rows with nothing in them count here only, since each costs the parser time. */
const maxRecords = 100_000;
const delimiters = [',', ';', '\t'];

/** `line` is where the row begins in the file, counted as a text editor counts. */
export type CsvRow = { line: number; cells: string[] };
export type CsvRows = { headers: string[]; rows: CsvRow[]; problems: RowProblem[] };

/** Splits the words of a file into its header and its rows. Blank lines are left out. */
export function readRows(text: string): CsvRows | FileProblem {
  const tidy = tidyLines(text);
  const delimiter = delimiterOf(tidy);
  const lines = quoteLiterally(tidy, delimiter);
  try {
    const records = parseRecords(lines, delimiter);
    const [header, ...rows] = records.filter(({ cells }) => cells.length > 0);
    if (records.length > maxRecords || rows.length > maxRows) return { problem: 'too-many-rows' };
    if (!header || rows.length === 0) return { problem: 'no-rows' };
    return { headers: header.cells, ...separateTooLong(rows, header.cells.length) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { problem: 'quote', line: lineOfQuote(lines, Number(error.bytes)) };
  }
}

/** Spreadsheets may write rows of separators for all that was ever touched: those at the end are cut off. */
function tidyLines(text: string): string {
  // csv-parse counts a Windows line break inside quotes as two lines.
  const lines = text.replace(/\r\n?/g, '\n');
  let end = lines.length;
  while (',;\t \n'.includes(lines[end - 1] ?? '-')) end -= 1;
  return lines.slice(0, end);
}

/**
 * Quotes that stand in pairs within a cell are part of it: `Ada "Quick" Quill`. The parser wants such
 * a cell in quotes itself. Cells in quotes are passed over as they are, whatever they hold.
 */
function quoteLiterally(text: string, delimiter: string): string {
  if (!text.includes('"')) return text;
  const plain = `[^"\\n${delimiter}]*`;
  const inQuotes = '"[^"]*(?:""[^"]*)*"';
  const withPairs = `(?<=^|[\\n${delimiter}])(?![ \\t]*")${plain}(?:"${plain}"${plain})+(?=$|[\\n${delimiter}])`;
  return text.replaceAll(new RegExp(`${inQuotes}|(${withPairs})`, 'g'), (whole, cell?: string) =>
    cell ? `"${cell.trim().replaceAll('"', '""')}"` : whole,
  );
}

function optionsFor(delimiter: string): Options {
  return {
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  };
}

function parseRecords(text: string, delimiter: string): CsvRow[] {
  const records: CsvRow[] = [];
  parse(text, {
    ...optionsFor(delimiter),
    to: maxRecords + 1,
    on_record: (cells, { lines }) => {
      const breaks = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      records.push({ line: lines - breaks, cells: withoutEmptyEnd(cells) });
      return null;
    },
  });
  return records;
}

/** Whatever splits the header into the most cells. */
function delimiterOf(text: string): string {
  const counts = delimiters.map((delimiter) => countHeaders(text, delimiter));
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

function countHeaders(text: string, delimiter: string): number {
  try {
    return parse(text, { ...optionsFor(delimiter), to: 1 })[0]?.length ?? 0;
  } catch {
    return 0;
  }
}

/** Spreadsheets end rows with as many separators as the widest of them has. */
function withoutEmptyEnd(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

function separateTooLong(rows: CsvRow[], width: number): Pick<CsvRows, 'rows' | 'problems'> {
  return {
    rows: rows.filter(({ cells }) => cells.length <= width),
    problems: rows
      .filter(({ cells }) => cells.length > width)
      .map(({ line }) => ({ line, column: null, problem: 'too-many-cells' })),
  };
}

/** The parser says where it gave up, maybe at the end of the file; the quote is the first after the last whole cell. */
function lineOfQuote(text: string, wholeBytes: number): number {
  const bytes = Buffer.from(text);
  const before = bytes.subarray(0, bytes.indexOf('"', wholeBytes)).toString();
  return before.split('\n').length;
}
