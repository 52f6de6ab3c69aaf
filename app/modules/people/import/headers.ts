import { type ColumnName, columnNames, type HeaderProblem } from './problems.ts';

/** Headers as people write them; capitals, spaces and punctuation do not matter. */
const synonyms: Record<ColumnName, string[]> = {
  staffNumber: ['staff', 'employee', 'payroll', 'personnel'].flatMap((whose) =>
    ['number', 'no', 'id', 'code', 'ref', 'reference'].map((what) => whose + what),
  ),
  name: keysOf('name, full name, display name, staff name, employee name'),
  firstName: keysOf('first name, first names, given name, given names, forename, forenames'),
  lastName: keysOf('last name, surname, family name'),
  email: keysOf('email, email address, work email, work email address, school email'),
  groups: keysOf('group, groups, staff group, staff groups, department, departments, team, teams'),
  startDate: keysOf(
    'start, start date, started, date started, starting date, employment start, ' +
      'employment start date, joined, date joined, joining date, date of joining',
  ),
  endDate: keysOf(
    'end date, left, date left, leaving date, leave date, leaver date, date of leaving, ' +
      'employment end, employment end date',
  ),
};

export type Columns = Partial<Record<ColumnName, number>>;
/** Which header is which column, where somebody said so: `{ email: 'Work address' }`. */
export type Mapping = Partial<Record<ColumnName, string>>;
type ReadHeaders = { columns: Columns; ignoredHeaders: string[]; problems: HeaderProblem[] };

/** Which column of the file is what. What is mapped wins over what its header says. */
export function readHeaders(headers: string[], mapping: Mapping = {}): ReadHeaders {
  const keys = headers.map(keyOf);
  const found = columnNames.map((column) => ({
    column,
    indexes: findColumn(column, keys, mapping),
  }));
  const columns: Columns = Object.fromEntries(
    found.flatMap(({ column, indexes: [index] }) => (index === undefined ? [] : [[column, index]])),
  );
  const claimed = new Set(found.flatMap(({ indexes }) => indexes));
  return {
    columns,
    ignoredHeaders: headers.filter((header, index) => header.trim() !== '' && !claimed.has(index)),
    problems: [
      ...missingMapped(mapping, columns),
      ...claimedTwice(found, headers),
      ...missingColumns(columns),
    ],
  };
}

function findColumn(column: ColumnName, keys: string[], mapping: Mapping): number[] {
  const mapped = mapping[column];
  const mappedElsewhere = new Set(Object.values(mapping).map(keyOf));
  return keys.flatMap((key, index) => {
    const isColumn =
      mapped === undefined
        ? synonyms[column].includes(key) && !mappedElsewhere.has(key)
        : key === keyOf(mapped);
    return isColumn ? [index] : [];
  });
}

function keysOf(headers: string): string[] {
  return headers.split(', ').map(keyOf);
}

/** `E-mail`, `EMAIL ` and `email` are the same header; so is `Start date (DD/MM/YYYY)` as without. */
function keyOf(header: string): string {
  const letters = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .replace(/(ddmmyyyy|yyyymmdd)$/, '');
  return letters || header.trim();
}

function missingMapped(mapping: Mapping, columns: Columns): HeaderProblem[] {
  return columnNames.flatMap((column) => {
    const header = mapping[column];
    if (header === undefined || columns[column] !== undefined) return [];
    return [{ problem: 'no-such-header', column, headers: [header] }];
  });
}

function claimedTwice(
  found: { column: ColumnName; indexes: number[] }[],
  headers: string[],
): HeaderProblem[] {
  return found
    .filter(({ indexes }) => indexes.length > 1)
    .map(({ column, indexes }) => ({
      problem: 'claimed-twice',
      column,
      headers: indexes.map((index) => headers[index] ?? ''),
    }));
}

function missingColumns(columns: Columns): HeaderProblem[] {
  const has = (column: ColumnName) => columns[column] !== undefined;
  const problems: HeaderProblem[] = [];
  if (!has('name') && !(has('firstName') && has('lastName')))
    problems.push({ problem: 'missing-name', column: 'name', headers: [] });
  if (!has('email') && !has('staffNumber'))
    problems.push({ problem: 'missing-key', column: null, headers: [] });
  return problems;
}
