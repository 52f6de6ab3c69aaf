import { type Day, dayOf } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import { isRole } from '../access/roles.ts';
import type { Colleague } from './import/colleague.ts';

/** Everybody of an organisation with the facts that stand, as an import compares a file with them. */
export async function readColleagues(
  transaction: Transaction,
  organisationId: string,
  today: Day,
): Promise<Colleague[]> {
  const where = { organisationId };
  const people = await transaction.person.findMany({
    where: { organisationId, erasedAt: null },
    select: { id: true, name: true, email: true, staffNumber: true },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
  });
  const spells = known(await transaction.employmentSpell.findMany({ where }));
  const roles = known(await transaction.roleMembership.findMany({ where }));
  const memberships = known(await transaction.staffGroupMembership.findMany({ where }));
  const groups = await transaction.staffGroup.findMany({ where });
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const isStanding = ({ effectiveTo }: { effectiveTo: Day | null }) =>
    effectiveTo === null || effectiveTo > today;
  return people.map((person) => {
    const groups = of(memberships, person.id)
      .map(({ staffGroupId, ...row }) => ({
        ...factOf(row),
        groupId: staffGroupId,
        name: names.get(staffGroupId) ?? '',
      }))
      .filter(isStanding)
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));
    return {
      ...person,
      spells: of(spells, person.id).map(factOf),
      roles: of(roles, person.id)
        .flatMap(({ role, ...row }) => (isRole(role) ? [{ ...factOf(row), role }] : []))
        .filter(isStanding),
      memberships: groups,
      groups: [...new Set(groups.map(({ name }) => name))],
    };
  });
}

type FactRow = {
  id: string;
  personId: string;
  effectiveFrom: Date;
  effectiveTo: Date | null;
  supersedes: string | null;
};

/** Those of each person that nothing has replaced. */
function known<R extends FactRow>(rows: R[]): Map<string, R[]> {
  const replaced = new Set(rows.map(({ supersedes }) => supersedes));
  const byPerson = new Map<string, R[]>();
  for (const row of rows) {
    if (replaced.has(row.id)) continue;
    const list = byPerson.get(row.personId);
    if (list) list.push(row);
    else byPerson.set(row.personId, [row]);
  }
  return byPerson;
}

function of<R>(byPerson: ReadonlyMap<string, R[]>, id: string): R[] {
  return byPerson.get(id) ?? [];
}

function factOf({
  id,
  effectiveFrom,
  effectiveTo,
}: Pick<FactRow, 'id' | 'effectiveFrom' | 'effectiveTo'>) {
  return {
    id,
    effectiveFrom: dayOf(effectiveFrom),
    effectiveTo: effectiveTo && dayOf(effectiveTo),
  };
}
