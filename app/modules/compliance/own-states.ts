import { type Day, dayIn } from '#app/platform/clock/dates.ts';
import { buildMatrix, type CompletionFact, type ComplianceFacts } from './matrix.ts';

/** How somebody stands with a scenario: what their own card of it says to them, and to nobody else. */
export type OwnState = {
  /** By when it is required of them, where they have still to complete it. */
  dueOn: Day | null;
  isOverdue: boolean;
  /** What they began since they last completed it, and did not finish. */
  openAttemptId: string | null;
  completedOn: Day | null;
};
export type BegunAttempt = { id: string; scenarioId: string; startedAt: Date };

/**
 * In: the facts of one person, and what they began and did not finish, the newest first. Out: how
 * they stand today with each scenario of which there is anything to say. Whatever is in their
 * records is completed, and may be due all the same: where it was not approved, or teaches more now.
 */
export function ownStates(
  facts: ComplianceFacts,
  begun: readonly BegunAttempt[],
  today: Day,
): Map<string, OwnState> {
  const due = buildMatrix(facts, today).filter(({ standing }) => standing !== 'done');
  const told = [...due, ...begun, ...facts.completions].map(({ scenarioId }) => scenarioId);
  return new Map(
    [...new Set(told)].map((id) => {
      const first = due.filter(({ scenarioId }) => scenarioId === id).sort(byDay)[0];
      const latest = latestOf(facts.completions.filter(({ scenarioId }) => scenarioId === id));
      const open = begun.find(
        ({ scenarioId, startedAt }) => scenarioId === id && !(latest && startedAt < latest),
      );
      const state = {
        dueOn: first?.dueOn ?? null,
        isOverdue: first?.standing === 'overdue',
        openAttemptId: open?.id ?? null,
        completedOn: latest && dayIn(facts.timeZone, latest),
      };
      return [id, state];
    }),
  );
}

/** What is due comes first, the longest due before the others; the rest stays as it was. */
export function dueFirst<Card extends { state: Pick<OwnState, 'dueOn'> | null }>(
  cards: readonly Card[],
): Card[] {
  const dueOn = ({ state }: Card) => state?.dueOn ?? null;
  const due = cards.filter((card) => dueOn(card) !== null);
  const rest = cards.filter((card) => dueOn(card) === null);
  return [...due.sort((a, b) => byDay({ dueOn: dueOn(a) }, { dueOn: dueOn(b) })), ...rest];
}

function byDay(a: { dueOn: Day | null }, b: { dueOn: Day | null }): number {
  return (a.dueOn ?? '').localeCompare(b.dueOn ?? '');
}

function latestOf(completions: readonly CompletionFact[]): Date | null {
  const times = completions.map(({ completedAt }) => completedAt.getTime());
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}
