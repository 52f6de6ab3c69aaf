import type pg from 'pg';
import { expect } from 'vitest';
import { choose } from '#app/simulation/choose.ts';
import { prepareScenario, type Scenario } from '#app/simulation/scenario.ts';
import { type Snapshot, sceneAt, start } from '#app/simulation/snapshot.ts';
import { definitionSchema } from '#scenarios/kit/definition.ts';
import { graveRules } from '#scenarios/kit/vocabulary.ts';

type Event = { step: number; choice: string; values: string[] };
export type StoredAttempt = {
  id: string;
  version: string;
  practiceOf: string | null;
  practiceFrom: number;
  steps: number;
  snapshot: Snapshot;
  graveSteps: number[];
  ended: boolean;
  rating: string | null;
  events: Event[];
  completions: number;
  clearedSteps: number[];
};

export async function readAttempts(pool: pg.Pool): Promise<StoredAttempt[]> {
  const { rows } = await pool.query<StoredAttempt>(`
    SELECT a.id, a.scenario_version_id AS version, a.practice_of AS "practiceOf",
      a.practice_from AS "practiceFrom", a.steps, a.snapshot, a.grave_steps AS "graveSteps",
      a.ended_at IS NOT NULL AS ended, a.rating,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('step', e.step, 'choice', e.choice,
        'values', to_jsonb(e.values)) ORDER BY e.step), '[]')
        FROM attempt_events e WHERE e.attempt_id = a.id) AS events,
      (SELECT count(*)::int FROM completion_subjects s WHERE s.attempt_id = a.id) AS completions,
      (SELECT coalesce(jsonb_agg(c.step ORDER BY c.step), '[]')
        FROM attempt_clearings c WHERE c.attempt_id = a.id) AS "clearedSteps"
    FROM attempts a ORDER BY a.started_at, a.id`);
  return rows;
}

/**
 * Proves every stored attempt against its events, by the rules of the design alone: its place and
 * memory, its grave errors, which of them were cleared, and whether it is completed.
 */
export async function proveEveryAttempt(pool: pg.Pool) {
  const attempts = await readAttempts(pool);
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const scenarios = await readScenarios(pool);
  const earned = new Map<string, { graves: number[]; cleared: Set<number>; endedWell: boolean }>();

  for (const attempt of attempts) {
    const scenario = scenarios.get(attempt.version);
    if (!scenario) throw new Error('An attempt of no version');
    const root = attempt.practiceOf ? byId.get(attempt.practiceOf) : undefined;
    const before = root?.events.filter(({ step }) => step < attempt.practiceFrom) ?? [];
    const path = [...before, ...attempt.events];
    expect(path.map(({ step }) => step)).toEqual(path.map((_, index) => index));

    const told = retell(scenario, path);
    expect({ id: attempt.id, steps: attempt.steps, snapshot: attempt.snapshot }).toEqual({
      id: attempt.id,
      steps: path.length,
      snapshot: told.snapshot,
    });
    const { rating } = told;
    expect([attempt.rating, attempt.ended]).toEqual([rating, rating !== null]);
    const own = told.graves.filter((step) => step >= attempt.practiceFrom);
    expect(attempt.graveSteps).toEqual(own);

    if (!root)
      earned.set(attempt.id, {
        graves: own,
        cleared: new Set(),
        endedWell: rating === 'recommended' || rating === 'workable',
      });
    else if (told.goods.includes(attempt.practiceFrom) && attempt.events.length > 0) {
      const { graves, cleared } = earned.get(root.id) ?? {};
      if (graves?.includes(attempt.practiceFrom)) cleared?.add(attempt.practiceFrom);
    }
  }
  for (const [id, { graves, cleared, endedWell }] of earned) {
    const isEarned = endedWell && graves.every((step) => cleared.has(step));
    const { completions, clearedSteps } = byId.get(id) ?? {};
    expect({ id, completions }).toEqual({ id, completions: isEarned ? 1 : 0 });
    expect({ id, clearedSteps }).toEqual({ id, clearedSteps: [...cleared].sort((a, b) => a - b) });
  }
  for (const { practiceOf, completions } of attempts) if (practiceOf) expect(completions).toBe(0);
  const completed = attempts.filter(({ completions }) => completions > 0).length;
  return { attempts, completed };
}

function retell(scenario: Scenario, path: Event[]) {
  let snapshot = start(scenario);
  const graves: number[] = [];
  const goods: number[] = [];
  for (const { step, choice, values } of path) {
    const chosen = choose(scenario, snapshot, values);
    if (!chosen.ok) throw new Error(`Step ${step} cannot be taken again: ${chosen.reason}`);
    expect(chosen.taken.choice).toBe(choice);
    const breaks = chosen.effect?.breaks ?? [];
    if (breaks.some((rule) => (graveRules as readonly string[]).includes(rule))) graves.push(step);
    if (chosen.effect?.quality === 'good') goods.push(step);
    snapshot = chosen.snapshot;
  }
  const scene = sceneAt(scenario, snapshot);
  return { snapshot, graves, goods, rating: scene.kind === 'ending' ? scene.rating : null };
}

async function readScenarios(pool: pg.Pool): Promise<Map<string, Scenario>> {
  const { rows } = await pool.query<{ id: string; definition: unknown }>(
    'SELECT id, definition FROM scenario_versions',
  );
  return new Map(
    rows.map(({ id, definition }) => [id, prepareScenario(definitionSchema.parse(definition))]),
  );
}
