import { z } from 'zod';
import { type Day, dateOf, dayIn } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import { isRole, may, needsSecondFactor, type Role, roles } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';
import type { Services } from '../services.ts';

export const standings = ['here', 'coming', 'left'] as const;
export type Standing = (typeof standings)[number];

/** What of the list is asked for. */
export type PeopleAsk = { name: string; standing: Standing; page: number };

export type PersonLine = {
  id: string;
  name: string;
  groups: string[];
  roles: Role[];
  /** The last day of somebody who is known to leave. */
  lastDay: Day | null;
  /** Whether they can sign in, are asked to, or neither. */
  account: 'has' | 'invited' | 'none';
};

export const pageSize = 50;

const askSchema = z.object({
  name: z
    .string()
    .transform((text) => text.replaceAll(/\p{Cc}+/gu, ' ').trim())
    .pipe(z.string().max(120))
    .catch(''),
  standing: z.enum(standings).catch('here'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export function readPeopleAsk(query: URLSearchParams): PeopleAsk {
  return askSchema.parse({
    name: query.get('name') ?? '',
    standing: query.get('standing') ?? 'here',
    page: query.get('page') ?? 1,
  });
}

/** A page of the people of the acting person's organisation, and how many there are of each standing. */
export async function listPeople(
  { database, identity, clock }: Services,
  session: Session,
  ask: PeopleAsk,
): Promise<{ lines: PersonLine[]; counts: Record<Standing, number>; found: number }> {
  const today = dateOf(dayIn(session.organisation.timeZone, clock()));
  const now = clock();
  const { rows, counts } = await database.within(session.scope, async (transaction) => ({
    counts: await countPeople(transaction, session, ask.name, today),
    rows: await readLines(transaction, session, ask, today, now),
  }));
  const codes = await identity.codesOf(rows.flatMap(({ userId }) => userId ?? []));
  const lines = rows.map(({ userId, ...row }) => {
    const codeUntil = userId ? codes.get(userId) : undefined;
    const account = codeUntil ? withCode(codeUntil, now) : row.account;
    return { ...row, account, roles: row.roles.filter(isRole) };
  });
  return { lines, counts, found: counts[ask.standing] };
}

/** A code that nobody has used yet is an invitation as a link is. */
function withCode(until: Date, now: Date): PersonLine['account'] {
  return until > now ? 'invited' : 'none';
}

type Line = Omit<PersonLine, 'roles'> & { roles: string[]; userId: string | null };

/**
 * How many can neither sign in nor have been asked to, with an address and without. Nobody is counted
 * who has left, or whom the acting person may not let in.
 */
export async function countUninvited(
  { database, clock }: Services,
  session: Session,
): Promise<{ withEmail: number; withoutEmail: number }> {
  const { id, timeZone } = session.organisation;
  const today = dateOf(dayIn(timeZone, clock()));
  const rows = await database.within(session.scope, (transaction) =>
    transaction.$queryRawUnsafe<{ withEmail: number; withoutEmail: number }[]>(
      `SELECT count(p.email)::int AS "withEmail", (count(*) - count(p.email))::int AS "withoutEmail"
       FROM (${peopleToday}) p
       WHERE p.standing <> 'left' AND ${accountOf('$4')} = 'none' AND p.id <> $5::uuid
         AND NOT EXISTS (SELECT FROM role_memberships f
           WHERE ${standing('role_memberships')} AND f.role = ANY($6))`,
      id,
      today,
      containing(''),
      clock(),
      session.person.id,
      may(session, 'roles.change') ? [] : roles.filter(needsSecondFactor),
    ),
  );
  return rows[0] ?? { withEmail: 0, withoutEmail: 0 };
}

/** Whether somebody can sign in, is asked to at a time, or neither. */
const accountOf = (now: string) => `CASE WHEN p.user_id IS NOT NULL THEN 'has'
  WHEN EXISTS (SELECT FROM invitations i WHERE i.organisation_id = p.organisation_id
    AND i.person_id = p.id AND i.used_at IS NULL AND i.withdrawn_at IS NULL
    AND i.expires_at > ${now}::timestamptz)
  THEN 'invited' ELSE 'none' END`;

/** How somebody stands today: by the employment that is not over, else as somebody who left. */
const peopleToday = `
  SELECT p.*, s.to_day, CASE WHEN s.from_day IS NULL THEN 'left' WHEN s.from_day <= $2::date THEN 'here' ELSE 'coming' END AS standing
  FROM people p LEFT JOIN LATERAL (
    SELECT e.effective_from AS from_day, e.effective_to AS to_day FROM employment_spells e
    WHERE e.organisation_id = p.organisation_id AND e.person_id = p.id
      AND (e.effective_to IS NULL OR e.effective_to > $2::date)
      AND NOT EXISTS (SELECT FROM employment_spells n
        WHERE n.organisation_id = e.organisation_id AND n.supersedes = e.id)
    ORDER BY e.effective_from LIMIT 1) s ON true
  WHERE p.organisation_id = $1::uuid AND p.erased_at IS NULL
    AND (p.name ILIKE $3 OR p.email ILIKE $3 OR p.staff_number ILIKE $3)`;

/** The facts of a table that hold for a person today. */
const held = (table: string) => `f.effective_from <= $2::date AND ${standing(table)}`;

/** The facts of a table that hold for a person, or will. */
const standing = (table: string) =>
  `f.organisation_id = p.organisation_id AND f.person_id = p.id
    AND (f.effective_to IS NULL OR f.effective_to > $2::date)
    AND NOT EXISTS (SELECT FROM ${table} n
      WHERE n.organisation_id = f.organisation_id AND n.supersedes = f.id)`;

/** Whatever is typed is looked for as it stands: `%` and `_` mean themselves. */
const containing = (text: string) => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

async function countPeople(
  transaction: Transaction,
  { organisation }: Session,
  name: string,
  today: Date,
): Promise<Record<Standing, number>> {
  const rows = await transaction.$queryRawUnsafe<{ standing: Standing; count: number }[]>(
    `SELECT standing, count(*)::int AS count FROM (${peopleToday}) t GROUP BY standing`,
    organisation.id,
    today,
    containing(name),
  );
  const count = (standing: Standing) => rows.find((row) => row.standing === standing)?.count ?? 0;
  return { here: count('here'), coming: count('coming'), left: count('left') };
}

async function readLines(
  transaction: Transaction,
  { organisation }: Session,
  { name, standing, page }: PeopleAsk,
  today: Date,
  now: Date,
): Promise<Line[]> {
  return transaction.$queryRawUnsafe<Line[]>(
    `SELECT p.id::text, p.name, p.user_id::text AS "userId", (p.to_day - 1)::text AS "lastDay",
      ARRAY(SELECT DISTINCT g.name FROM staff_group_memberships f
        JOIN staff_groups g ON g.organisation_id = f.organisation_id AND g.id = f.staff_group_id
        WHERE ${held('staff_group_memberships')} ORDER BY g.name)::text[] AS groups,
      ARRAY(SELECT DISTINCT f.role FROM role_memberships f WHERE ${held('role_memberships')}) AS roles,
      ${accountOf('$7')} AS account
    FROM (${peopleToday}) p WHERE p.standing = $4 ORDER BY p.sort_name, p.id LIMIT $5 OFFSET $6`,
    organisation.id,
    today,
    containing(name),
    standing,
    pageSize,
    (page - 1) * pageSize,
    now,
  );
}
