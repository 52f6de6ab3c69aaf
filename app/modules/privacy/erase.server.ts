import { z } from 'zod';
import { may } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import type { Services } from '../services.ts';
import { personIdSchema } from './export.server.ts';

const erasedSchema = z.tuple([z.object({ user: z.string().nullable() })]);

/**
 * Erases who somebody of the acting person's organisation is, and how they played; the facts stay,
 * about nobody. Who is a person nowhere else loses their account as well. Nobody erases themselves.
 */
export async function erasePerson(
  { database, identity }: Services,
  session: Session,
  personId: string,
): Promise<'erased' | 'refused' | 'nothing'> {
  if (personId === session.person.id || !may(session, 'privacy.answer')) return 'refused';
  if (!personIdSchema.safeParse(personId).success) return 'nothing';
  const organisationId = session.organisation.id;
  const erased = await database.within(session.scope, async (transaction) => {
    const person = await transaction.person.findUnique({
      where: { organisationId_id: { organisationId, id: personId }, erasedAt: null },
      select: { id: true },
    });
    if (!person) return null;
    await recordAudit(transaction, actorOf(session), {
      kind: 'person-erased',
      details: {},
      aboutId: personId,
    });
    return erasedSchema.parse(
      await transaction.$queryRaw`
        SELECT erase_person(${organisationId}::uuid, ${personId}::uuid)::text AS user`,
    );
  });
  if (!erased) return 'nothing';
  const [{ user }] = erased;
  if (user !== null) await identity.deleteUser(user);
  return 'erased';
}
