import type { DecodeProblem } from './decode.ts';

export const columnNames = [
  'staffNumber',
  'name',
  'firstName',
  'lastName',
  'email',
  'groups',
  'startDate',
  'endDate',
] as const;
export type ColumnName = (typeof columnNames)[number];
/** What a file calls its columns. */
export type FileColumns = Partial<Record<ColumnName, string>>;

export type ProblemCode =
  | 'too-many-cells'
  | 'formula'
  | 'missing'
  | 'too-long'
  | 'hidden-character'
  | 'not-an-email'
  | 'not-a-date'
  | 'date-out-of-range'
  | 'end-before-start'
  | 'no-key'
  | 'duplicate'
  | 'conflict'
  | 'guarded'
  | 'last-administrator';

/** What is wrong with one line of the file; the words for it are the page's. */
export type RowProblem = {
  /** `null` for somebody who is missing from the file. */
  line: number | null;
  column: ColumnName | null;
  problem: ProblemCode;
  value?: string;
  /** Of a duplicate: the line that was there first. */
  firstLine?: number;
};

export type HeaderProblem = {
  /**
   * `missing-name`, `missing-key`: no column for a name, or for an email address or staff number.
   * `claimed-twice`: several `headers` could be the column. `no-such-header`: one was named that is not there.
   */
  problem: 'missing-name' | 'missing-key' | 'claimed-twice' | 'no-such-header';
  column: ColumnName | null;
  headers: string[];
};

/** What is wrong with a file as a whole, so that none of its lines can be read. */
export type FileProblem =
  | { problem: DecodeProblem | 'no-rows' | 'too-many-rows' }
  | { problem: 'quote'; line: number }
  | {
      problem: 'headers';
      headerProblems: HeaderProblem[];
      /** All that the file has, so that somebody may say which is what. */
      headers: string[];
      /** What could be told of them. */
      columns: FileColumns;
    };
