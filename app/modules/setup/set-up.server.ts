import { dateOf, dayIn } from '#app/platform/clock/dates.ts';
import type { Database, Transaction } from '#app/platform/database/client.ts';
import { recordAudit } from '../audit/record.server.ts';
import { sortNameOf } from '../people/import/sort-name.ts';
import { makeInvitation } from '../people/invitations.server.ts';
import type { Answers } from './answers.ts';

type Given = Pick<Answers, 'organisation' | 'nation' | 'name' | 'email'>;
export type SetUp =
  | { outcome: 'made' | 'kept'; token: string | null; isInList: boolean }
  /** Another organisation is there already, and nobody has said that this is one more. */
  | { outcome: 'other'; organisation: string };

const timeZone = 'Europe/London';

/**
 * Makes an organisation with its first administrator, or keeps the one of that name as it is. Asks as
 * the owner of the database. Returns what an invitation's link carries while the administrator has no
 * account; `null` when they have one.
 */
export async function setUpOrganisation(
  { prisma }: Database,
  given: Given,
  now: Date,
  isOneMore: boolean,
): Promise<SetUp> {
  return prisma.$transaction(
    async (transaction) => {
      await transaction.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('set up'))::text`;
      const schools = await transaction.organisation.findMany({
        where: { kind: 'school', isDemo: false },
      });
      const known = schools.find(({ name }) => name === given.organisation);
      const [other] = schools;
      if (!known && other && !isOneMore) return { outcome: 'other', organisation: other.name };
      const organisation = known ?? (await makeOrganisation(transaction, given));
      const { id: organisationId } = organisation;
      const email = given.email;
      const person =
        (await transaction.person.findFirst({ where: { organisationId, email } })) ??
        (known ? null : await makeAdministrator(transaction, organisationId, given, now));
      const outcome = known ? ('kept' as const) : ('made' as const);
      if (!person || person.userId) return { outcome, token: null, isInList: person !== null };
      // As good as mailed: whoever runs this command holds the server and all that it knows.
      const invited = { personId: person.id, email, sentBy: 'mail' } as const;
      const nobody = { organisationId, personId: null };
      const { token } = await makeInvitation(transaction, nobody, invited, now);
      return { outcome, token, isInList: true };
    },
    { timeout: 30_000 },
  );
}

async function makeOrganisation(transaction: Transaction, { organisation: name, nation }: Given) {
  const base = name
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  const taken = new Set((await transaction.organisation.findMany()).map(({ slug }) => slug));
  const wanted = base || 'organisation';
  let slug = wanted;
  for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${number}`;
  return transaction.organisation.create({
    data: { slug, name, nation, kind: 'school', timeZone },
  });
}

async function makeAdministrator(
  transaction: Transaction,
  organisationId: string,
  { name, email }: Given,
  now: Date,
) {
  const person = await transaction.person.create({
    data: { organisationId, name, email, sortName: sortNameOf({ name }) },
  });
  const fact = {
    organisationId,
    personId: person.id,
    effectiveFrom: dateOf(dayIn(timeZone, now)),
    recordedAt: now,
  };
  await transaction.employmentSpell.create({ data: fact });
  for (const role of ['learner', 'administrator'])
    await transaction.roleMembership.create({ data: { ...fact, role } });
  const nobody = { organisationId, personId: null };
  const added = { kind: 'person-added', details: { by: 'setup' }, aboutId: person.id } as const;
  await recordAudit(transaction, nobody, { kind: 'organisation-set-up', details: {} });
  await recordAudit(transaction, nobody, added);
  const given = {
    kind: 'role-given',
    details: { role: 'administrator' },
    aboutId: person.id,
  } as const;
  await recordAudit(transaction, nobody, given);
  return person;
}
