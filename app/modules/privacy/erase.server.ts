import { may, needsSecondFactor } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import { takeBackLetter } from '../mail/send.server.ts';
import { lockOrganisation } from '../organisation/lock.server.ts';
import { emptyContactsOf } from '../people/contacts.server.ts';
import { readPerson } from '../people/person.server.ts';
import type { Services } from '../services.ts';
import { personIdSchema } from './export.server.ts';

/**
 * Erases who somebody of the acting person's organisation is, and how they played; the facts stay,
 * about nobody. A contact that names them is emptied. Who is a person nowhere else loses their account
 * as well. Nobody erases themselves, nor somebody who holds a role that others rely on: that is taken
 * from them first.
 */
export async function erasePerson(
  { database, clock }: Services,
  session: Session,
  personId: string,
): Promise<'erased' | 'refused' | 'nothing'> {
  if (personId === session.person.id || !may(session, 'privacy.answer')) return 'refused';
  if (!personIdSchema.safeParse(personId).success) return 'nothing';
  const organisationId = session.organisation.id;
  return database.within(session.scope, async (transaction) => {
    await lockOrganisation(transaction, organisationId);
    // One after the other: a role that is being given is not missed.
    await transaction.$queryRaw`SELECT id::text FROM people
      WHERE organisation_id = ${organisationId}::uuid AND id = ${personId}::uuid FOR UPDATE`;
    const now = clock();
    const person = await readPerson(transaction, session, personId, now);
    if (!person || person.isErased) return 'nothing';
    if (person.roles.some(({ role }) => needsSecondFactor(role))) return 'refused';
    const entry = { kind: 'person-erased', details: {}, aboutId: personId } as const;
    await recordAudit(transaction, actorOf(session), entry);
    // Nobody could tell any more that it names somebody who is gone.
    for (const slot of await emptyContactsOf(transaction, session.organisation, personId, now))
      await recordAudit(transaction, actorOf(session), {
        kind: 'contact-changed',
        details: { slot },
      });
    await takeBackLetter(transaction, organisationId, personId);
    await transaction.$queryRaw`
      SELECT erase_person(${organisationId}::uuid, ${personId}::uuid)::text`;
    return 'erased';
  });
}
