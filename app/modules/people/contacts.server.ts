import type { Session } from '../access/session.server.ts';
import type { ContactValues } from '../scenarios/wording.server.ts';
import type { Services } from '../services.ts';

/** The contacts of the acting person's organisation that stand now, by slot. */
export async function standingContacts(
  { database }: Services,
  { organisation, scope }: Pick<Session, 'organisation' | 'scope'>,
): Promise<ContactValues> {
  const [row] = await database.within(
    scope,
    (transaction) => transaction.$queryRaw<{ contacts: ContactValues }[]>`
      SELECT standing_contacts(${organisation.id}::uuid) AS contacts`,
  );
  return row?.contacts ?? {};
}
