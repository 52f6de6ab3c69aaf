import type { Session } from '../../access/session.server.ts';
import { readRevisions } from '../../approvals/approvals.server.ts';
import type { Services } from '../../services.ts';
import type { ShelvedVersion } from '../shelf.server.ts';
import { type Changes, changesBetween, isUnchanged } from './changes.ts';
import type { Edition, EditionText } from './edition.ts';

/** An edition to compare with: a version of the same scenario, and which of its words. */
export type EditionKey = { versionId: string; textIds: readonly string[] };
export type Comparison = {
  changes: Changes;
  isSame: boolean;
  /** Whether it is known which words there were; if not, the story alone is compared. */
  hasWords: boolean;
};

/** An edition of a scenario; `null` where the scenario has no such version. Texts of another are left out. */
export async function openEdition(
  { database, shelf }: Services,
  { scope }: Session,
  { organisationId, scenarioId }: ShelvedVersion,
  { versionId, textIds }: EditionKey,
): Promise<Edition | null> {
  const place = { organisationId, id: versionId };
  const revisions = await database.within(scope, async (transaction) => {
    const known = await transaction.scenarioVersion.findFirst({ where: { ...place, scenarioId } });
    return known && (await readRevisions(transaction, organisationId, [versionId]));
  });
  if (!revisions) return null;
  const { scenario } = await shelf.version(place);
  const texts = revisions
    .filter(({ id }) => textIds.includes(id))
    .map(
      async ({ id, locale, level }): Promise<EditionText> => ({
        ...{ id, locale, level: level === 'easy' ? 'easy' : 'standard' },
        words: await shelf.text(place, id),
      }),
    );
  return { definition: scenario.definition, texts: await Promise.all(texts) };
}

/** What is not in an earlier edition as it is now; `null` where there is no such edition. */
export async function compareWith(
  services: Services,
  session: Session,
  { version, edition }: { version: ShelvedVersion; edition: Edition },
  earlier: EditionKey,
  locale: string,
): Promise<Comparison | null> {
  const before = await openEdition(services, session, version, earlier);
  if (!before) return null;
  const hasWords = before.texts.length > 0;
  const changes = changesBetween(
    hasWords ? before : { ...before, texts: edition.texts },
    edition,
    locale,
  );
  return { changes, isSame: isUnchanged(changes), hasWords };
}
