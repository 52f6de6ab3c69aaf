import { type Day, dayIn, dayOf } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import { isRole, type Role } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';
import { type Fact, holdsOn, knownOn } from '../compliance/facts.ts';

/** A person as their organisation knows them today. */
export type Person = {
  id: string;
  name: string;
  email: string | null;
  staffNumber: string | null;
  userId: string | null;
  isErased: boolean;
  roles: RoleFact[];
  groups: GroupFact[];
  /** The employment that stands or comes next; else the last one there was. */
  spell: Fact | null;
  standing: 'here' | 'coming' | 'left';
};
type RoleFact = Fact & { role: Role };
type GroupFact = Fact & { groupId: string; name: string };

const included = {
  spells: true,
  roles: true,
  groupMemberships: { include: { staffGroup: true } },
} as const;

/** Where people are looked up: all that has to be known of their organisation. */
export type Here = { organisation: Pick<Session['organisation'], 'id' | 'timeZone'> };

/** One person of the acting person's organisation; `null` where there is none of that id. */
export async function readPerson(
  transaction: Transaction,
  { organisation }: Here,
  id: string,
  now: Date,
): Promise<Person | null> {
  const { id: organisationId, timeZone } = organisation;
  const row = await transaction.person.findUnique({
    where: { organisationId_id: { organisationId, id } },
    include: included,
  });
  return row && presentPerson(row, timeZone, now);
}

/** Some people by id, as their organisation knows them today. */
export async function readPeople(
  transaction: Transaction,
  { organisation }: Here,
  ids: string[],
  now: Date,
): Promise<Person[]> {
  const rows = await transaction.person.findMany({
    where: { organisationId: organisation.id, id: { in: ids }, erasedAt: null },
    include: included,
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => presentPerson(row, organisation.timeZone, now));
}

/** Some of those who can neither sign in nor have been asked to, with an address or without. */
export type Uninvited = { hasEmail: boolean; take: number; after: string | undefined };

/** People who can neither sign in nor have been asked to, one page after another. */
export async function readUninvited(
  transaction: Transaction,
  { organisation }: Here,
  now: Date,
  { hasEmail, take, after }: Uninvited,
): Promise<Person[]> {
  const { id: organisationId, timeZone } = organisation;
  const rows = await transaction.person.findMany({
    where: {
      organisationId,
      // Not by a cursor: whoever it stood at has been invited since, and is none of these any more.
      id: after && { gt: after },
      userId: null,
      erasedAt: null,
      email: hasEmail ? { not: null } : null,
      invitations: { none: { usedAt: null, withdrawnAt: null, expiresAt: { gt: now } } },
    },
    include: included,
    orderBy: { id: 'asc' },
    take,
  });
  return rows.map((row) => presentPerson(row, timeZone, now));
}

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;
const findRow = (transaction: Transaction) => transaction.person.findFirst({ include: included });

function presentPerson(row: Row, timeZone: string, now: Date): Person {
  const today = dayIn(timeZone, now);
  const standing = <F extends Fact>(facts: F[]) =>
    knownOn(facts, today, timeZone).filter((fact) => !isOver(fact, today));
  const spells = knownOn(row.spells.map(factOf), today, timeZone).toSorted((a, b) =>
    a.effectiveFrom < b.effectiveFrom ? -1 : 1,
  );
  const spell = spells.find((one) => !isOver(one, today)) ?? spells.at(-1) ?? null;
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    staffNumber: row.staffNumber,
    userId: row.userId,
    isErased: row.erasedAt !== null,
    roles: standing(
      row.roles.flatMap(({ role, ...fact }) => (isRole(role) ? [{ ...factOf(fact), role }] : [])),
    ),
    groups: standing(
      row.groupMemberships.map(({ staffGroup, ...fact }) => ({
        ...factOf(fact),
        groupId: staffGroup.id,
        name: staffGroup.name,
      })),
    ),
    spell,
    standing: !spell || isOver(spell, today) ? 'left' : holdsOn(spell, today) ? 'here' : 'coming',
  };
}

/** Whether a fact has held and holds no more. */
function isOver({ effectiveTo }: Pick<Fact, 'effectiveTo'>, today: Day): boolean {
  return effectiveTo !== null && effectiveTo <= today;
}

type FactRow = {
  id: string;
  effectiveFrom: Date;
  effectiveTo: Date | null;
  recordedAt: Date;
  supersedes: string | null;
};

function factOf({ id, effectiveFrom, effectiveTo, recordedAt, supersedes }: FactRow): Fact {
  return {
    id,
    effectiveFrom: dayOf(effectiveFrom),
    effectiveTo: effectiveTo && dayOf(effectiveTo),
    recordedAt,
    supersedes,
  };
}
