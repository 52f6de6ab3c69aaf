import type { Database, Transaction } from '#app/platform/database/client.ts';
import { voidAccount } from '../access/accounts.server.ts';
import { recordAudit } from '../audit/record.server.ts';
import { readAdministrators } from '../people/administrators.server.ts';
import { makeInvitation } from '../people/invitations.server.ts';
import type { Person } from '../people/person.server.ts';

export type LetIn = { organisation: string; name: string; token: string };

/**
 * Lets an administrator begin anew who has lost every way in: what they signed in with is void, and an
 * invitation takes its place. Asks as the owner of the database. `null` where no administrator has
 * that address, in the organisation that is named or in any.
 */
export async function letInAdministrator(
  { prisma }: Database,
  email: string,
  now: Date,
  name?: string,
): Promise<LetIn | null> {
  return prisma.$transaction(async (transaction) => {
    const schools = await transaction.organisation.findMany({
      where: { kind: 'school', isDemo: false, closedAt: null, name },
      orderBy: { name: 'asc' },
    });
    for (const organisation of schools) {
      const administrators = await readAdministrators(transaction, { organisation }, now);
      const person = administrators.find((one) => one.email === email);
      if (!person) continue;
      const token = await letIn(transaction, organisation.id, { ...person, email }, now);
      return { organisation: organisation.name, name: person.name, token };
    }
    return null;
  });
}

async function letIn(
  transaction: Transaction,
  organisationId: string,
  { id, userId, email }: Person & { email: string },
  now: Date,
): Promise<string> {
  const byAddress = await transaction.user.findUnique({ where: { email } });
  const users = [...new Set([userId, byAddress?.id])].filter((one) => one != null);
  const here = { organisationId, id };
  const known = { OR: [here, { userId: { in: users } }] };
  for (const one of await transaction.person.findMany({ where: known })) {
    const nobody = { organisationId: one.organisationId, personId: null };
    await recordAudit(transaction, nobody, { kind: 'let-in', details: {}, aboutId: one.id });
  }
  for (const user of users) {
    await transaction.$queryRaw`SELECT end_sessions_of_user(${user}::uuid, NULL, 'changed', ${now})`;
    await voidAccount(transaction, user);
  }
  // The invitation finds the account by this address, whatever they signed in by before.
  if (userId && !byAddress)
    await transaction.user.update({ where: { id: userId }, data: { email } });
  // Nobody comes in as them by any other way than the link.
  const where = { organisationId_id: here };
  await transaction.person.update({ where, data: { userId: null } });
  const invited = { personId: id, email, sentBy: 'mail' } as const;
  const actor = { organisationId, personId: null };
  return (await makeInvitation(transaction, actor, invited, now)).token;
}
