import type { Day } from '#app/platform/clock/dates.ts';
import { type Fact, holdsOn, knownOn } from '../compliance/facts.ts';

/** That a safeguarding lead signed a version, and which of its words they had read. */
export type ApprovalFact = Fact & {
  versionId: string;
  number: number;
  name: string;
  title: string | null;
  /** Empty where it was not kept which words they were. */
  textIds: string[];
};

/** What was ever approved as it is known on a day, the newest first; what was withdrawn has an end. */
export function approvalsOn<F extends ApprovalFact>(
  facts: readonly F[],
  day: Day,
  timeZone: string,
): (F & { stands: boolean })[] {
  return knownOn(facts, day, timeZone)
    .map((fact) => ({ ...fact, stands: holdsOn(fact, day) }))
    .sort((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime());
}

/** One revision of the words of a version. */
export type TextRevision = { id: string; locale: string; level: string; hash: string };

/**
 * Whether words that were read for an approval are no longer those that are shown. Languages in which
 * nobody read it are no part of it. In: the approval, every revision of its version, and those that stand.
 */
export function haveWordsChanged(
  { textIds }: Pick<ApprovalFact, 'textIds'>,
  revisions: readonly TextRevision[],
  standing: readonly string[],
): boolean {
  const approved = revisions.filter(({ id }) => textIds.includes(id));
  const languages = new Set(approved.map(({ locale }) => locale));
  const shown = revisions.filter(
    ({ id, locale }) => standing.includes(id) && languages.has(locale),
  );
  return printOf(approved) !== printOf(shown);
}

function printOf(revisions: readonly TextRevision[]): string {
  return revisions
    .map(({ locale, level, hash }) => `${locale}/${level} ${hash}`)
    .sort()
    .join('\n');
}
