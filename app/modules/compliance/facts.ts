import { type Day, dayIn } from '#app/platform/clock/dates.ts';

/** A fact with two times: when it was so (days, the end not included), and when we learned of it. */
export type Fact = {
  id: string;
  effectiveFrom: Day;
  effectiveTo: Day | null;
  recordedAt: Date;
  supersedes: string | null;
};

/** The facts that were known on a day: recorded by its end, and not superseded by then. */
export function knownOn<F extends Pick<Fact, 'id' | 'recordedAt' | 'supersedes'>>(
  facts: readonly F[],
  day: Day,
  timeZone: string,
): F[] {
  const recorded = facts.filter((fact) => dayIn(timeZone, fact.recordedAt) <= day);
  const replaced = new Set(recorded.map((fact) => fact.supersedes));
  return recorded.filter((fact) => !replaced.has(fact.id));
}

/** Whether a fact held on a day. */
export function holdsOn(fact: Pick<Fact, 'effectiveFrom' | 'effectiveTo'>, day: Day): boolean {
  return fact.effectiveFrom <= day && (fact.effectiveTo === null || day < fact.effectiveTo);
}
