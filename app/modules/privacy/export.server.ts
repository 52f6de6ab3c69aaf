import { z } from 'zod';
import { defaultLocale } from '#app/i18n/i18n.ts';
import { may } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import { titlesOf } from '../records/own-records.server.ts';
import type { Services } from '../services.ts';
import { type Held, readHeld } from './held.server.ts';
import { type PersonExport, personExportSchema } from './person-export.ts';
import { type Told, tellPlay } from './play-told.server.ts';

export const personIdSchema = z.uuid();

/**
 * Everything held about a person of the acting person's organisation: for themselves, or for whoever
 * answers for it, whose copy leaves out how they played. `null` where the asker may have none. That it
 * was made is audited.
 */
export async function exportPerson(
  { database, shelf, identity, clock }: Services,
  session: Session,
  personId: string,
  locale: string = defaultLocale,
): Promise<PersonExport | null> {
  const { organisation, scope } = session;
  const isOwn = personId === session.person.id;
  if (!personIdSchema.safeParse(personId).success) return null;
  if (!isOwn && !may(session, 'privacy.answer')) return null;
  const held = await database.within(scope, async (transaction) => {
    const whose = { organisationId: organisation.id, personId };
    const found = await readHeld(transaction, whose, isOwn);
    // About themselves, too, where it is their own: without, it would read as about a name erased.
    if (found)
      await recordAudit(transaction, actorOf(session), {
        kind: 'person-exported',
        details: {},
        aboutId: personId,
      });
    return found;
  });
  if (!held) return null;
  const { userId } = held.person;
  return personExportSchema.parse({
    ...present(held, await titlesOf(shelf, locale), await tellPlay(shelf, held.attempts, locale)),
    madeAt: clock(),
    organisation,
    isOwn,
    account: userId && (await identity.accountOf(userId)),
  });
}

function present(
  { person, attempts, completions, approvals, ...held }: Held,
  titles: Map<string, string>,
  told: Told,
) {
  return {
    ...held,
    person,
    employment: person.spells,
    roles: person.roles,
    groups: person.groupMemberships.map((row) => ({ ...row, group: row.staffGroup.name })),
    invitations: person.invitations,
    sessions: person.sessions,
    imports: person.imports,
    attempts:
      attempts?.map((row) => ({ ...row, ...played(row, titles), events: told.get(row.id) })) ??
      null,
    completions: completions.map((row) => ({
      ...row,
      ...played(row, titles),
      number: row.seq.toString(),
      isApproved: row.approvalId !== null,
    })),
    approvals: approvals.map((row) => ({
      ...row,
      ...played(row, titles),
      signedAs: row.approverTitle,
    })),
  };
}

function played(
  { version: { number, scenarioId, scenario } }: Pick<Held['completions'][number], 'version'>,
  titles: Map<string, string>,
) {
  return {
    scenario: `${scenario.track}/${scenario.slug}`,
    title: titles.get(scenarioId) ?? scenario.slug,
    version: number,
  };
}
