import type { PersonExport } from './person-export.ts';
import { type At, fieldsOf, type Section, type Table, table, type Words } from './tables.ts';

type Fact = PersonExport['employment'][number];

/** When somebody worked here, as what and with whom. */
export function factSections(
  { employment, roles, groups }: PersonExport,
  t: Words,
  at: At,
): Section[] {
  return [
    { title: t('sections.employment'), tables: facts(employment, t, at) },
    {
      title: t('sections.roles'),
      tables: facts(roles, t, at, { column: t('fields.role'), valueOf: ({ role }) => role }),
    },
    {
      title: t('sections.groups'),
      tables: facts(groups, t, at, { column: t('fields.group'), valueOf: ({ group }) => group }),
    },
  ];
}

/** Facts are numbered, so that one can say which it corrects. */
function facts<F extends Fact>(
  list: F[],
  t: Words,
  at: At,
  more?: { column: string; valueOf(fact: F): string },
): Table[] {
  const numbers = new Map(list.map(({ id }, index) => [id, String(index + 1)]));
  const rows = list.map((fact) => [
    numbers.get(fact.id) ?? '',
    ...(more ? [more.valueOf(fact)] : []),
    fact.effectiveFrom,
    fact.effectiveTo ?? '',
    at(fact.recordedAt),
    (fact.supersedes && numbers.get(fact.supersedes)) ?? '',
  ]);
  const names = fieldsOf(t, ['from', 'to', 'recordedAt', 'corrects']);
  return table([t('fields.number'), ...(more ? [more.column] : []), ...names], rows);
}
