import { decodeFile } from './decode.ts';
import { type Columns, type Mapping, readHeaders } from './headers.ts';
import { byLine } from './plan.ts';
import { columnNames, type FileColumns, type FileProblem, type RowProblem } from './problems.ts';
import { readRows } from './read-rows.ts';
import { type ImportRow, readRow } from './rows.ts';

export type StaffFile = {
  /** The header that each column was found under. */
  columns: FileColumns;
  ignoredHeaders: string[];
  /** Lines that can be read; of every other line, `problems` says what is wrong with it. */
  rows: ImportRow[];
  problems: RowProblem[];
};

/** Reads a file of staff. Out: its people, line by line, or the one reason why it cannot be read. */
export function readImport(bytes: Uint8Array, mapping?: Mapping): StaffFile | FileProblem {
  const decoded = decodeFile(bytes);
  if ('problem' in decoded) return decoded;
  const file = readRows(decoded.text);
  if ('problem' in file) return file;
  const { columns, ignoredHeaders, problems } = readHeaders(file.headers, mapping);
  const named = namedColumns(file.headers, columns);
  if (problems.length > 0)
    return {
      problem: 'headers',
      headerProblems: problems,
      headers: file.headers.map((header) => header.trim()).filter(Boolean),
      columns: named,
    };
  const read = file.rows.map((row) => readRow(row, columns));
  return {
    columns: named,
    ignoredHeaders,
    rows: read.flatMap((one) => ('row' in one ? [one.row] : [])),
    problems: [
      ...file.problems,
      ...read.flatMap((one) => ('problems' in one ? one.problems : [])),
    ].sort(byLine),
  };
}

function namedColumns(headers: string[], columns: Columns): StaffFile['columns'] {
  return Object.fromEntries(
    columnNames.flatMap((column) => {
      const header = headers[columns[column] ?? -1];
      return header === undefined ? [] : [[column, header.trim()]];
    }),
  );
}
