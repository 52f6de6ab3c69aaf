import type { ContactValues } from '../scenarios/wording.server.ts';
import type { Services } from '../services.ts';

/** The contacts of an organisation that stand now, by slot. */
export async function standingContacts(
  { database }: Services,
  organisationId: string,
): Promise<ContactValues> {
  const rows = await database.prisma.$queryRaw<{ contacts: ContactValues }[]>`
    SELECT standing_contacts(${organisationId}::uuid) AS contacts`;
  return rows[0]?.contacts ?? {};
}
