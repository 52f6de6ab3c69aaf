import type { CurrentPerson } from './plan-types.ts';
import type { RowProblem } from './problems.ts';
import type { ImportRow } from './rows.ts';

/** A line, and whom it is about: `null` is somebody new. */
export type Identified = { row: ImportRow; person: CurrentPerson | null };
export type Known = { row: ImportRow; person: CurrentPerson };
type Found = Identified | { problem: RowProblem };

/** Tells for each line, in their order, whom it is about, or why nobody can tell. */
export function identify(rows: readonly ImportRow[], people: readonly CurrentPerson[]): Found[] {
  const known = new Map(people.flatMap((person) => keysOf(person).map((key) => [key, person])));
  const firstLines = new Map<string, number>();
  return rows.map((row) => {
    if (keysOf(row).length === 0)
      return { problem: { line: row.line, column: null, problem: 'no-key' } };
    const repeated = repeatOf(row, keysOf(row), firstLines);
    if (repeated) return { problem: repeated };
    const person = personOf(row, known);
    if (person === 'conflict') return { problem: problemAt(row, 'email', 'conflict') };
    // One line may give the number and another the email address of the same person.
    const twice = person && repeatOf(row, [`person ${person.id}`], firstLines);
    return twice ? { problem: twice } : { row, person };
  });
}

type Keys = Pick<ImportRow, 'email' | 'staffNumber'>;

function keysOf({ email, staffNumber }: Keys): string[] {
  return [numberKey(staffNumber), emailKey(email)].filter((key) => key !== null);
}

function numberKey(staffNumber: string | null): string | null {
  return staffNumber && `number ${staffNumber.toLowerCase()}`;
}

function emailKey(email: string | null): string | null {
  return email && `email ${email.toLowerCase()}`;
}

/** Says which line had one of the keys first, and keeps the keys of this one. */
function repeatOf(
  row: ImportRow,
  keys: string[],
  firstLines: Map<string, number>,
): RowProblem | null {
  const repeated = keys.find((key) => firstLines.has(key));
  const firstLine = repeated && firstLines.get(repeated);
  for (const key of keys) if (!firstLines.has(key)) firstLines.set(key, row.line);
  if (!repeated || !firstLine) return null;
  const isEmail = repeated === emailKey(row.email) || row.staffNumber === null;
  return { ...problemAt(row, isEmail ? 'email' : 'staffNumber', 'duplicate'), firstLine };
}

/** By staff number where both sides have one, else by email address. */
function personOf(
  { email, staffNumber }: Keys,
  known: ReadonlyMap<string, CurrentPerson>,
): CurrentPerson | 'conflict' | null {
  const byNumber = known.get(numberKey(staffNumber) ?? '');
  const byEmail = known.get(emailKey(email) ?? '');
  if (byNumber) return byEmail && byEmail !== byNumber ? 'conflict' : byNumber;
  // An address that passed to a new colleague must not pass on somebody's records with it.
  if (byEmail && staffNumber !== null && byEmail.staffNumber !== null) return 'conflict';
  return byEmail ?? null;
}

function problemAt(
  row: ImportRow,
  column: 'email' | 'staffNumber',
  problem: 'conflict' | 'duplicate',
): RowProblem {
  return { line: row.line, column, problem, value: row[column] ?? '' };
}
