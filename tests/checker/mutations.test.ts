import { describe, expect, test } from 'vitest';
import { type Prover, proverOf } from '#app/checker/prover.ts';
import { checkSequences } from '#app/checker/sequences/check-sequences.ts';
import { graveRules, nations } from '#scenarios/kit/vocabulary.ts';
import { type Clause, type Sequence, sequencesSchema } from '#scenarios/rules/sequences.schema.ts';
import { sequences } from '#scenarios/rules/sequences.ts';
import { smallScenario } from '#tests/factories/small-scenario.ts';
import { fill, sequenceCases } from './broken/sequence-cases.ts';

/**
 * Whether the cases would notice if a rule said something else. Each rule is spoiled in every way that
 * still is a rule: a clause deleted or inverted, any other part of it taken out, a number changed. A
 * spoiled rule that finds the same in every case means that a case is missing, or that the part says nothing.
 */
type Mutant = { says: string; rule: Sequence };

function mutantsOf(rule: Sequence): Mutant[] {
  const withClauses = (clauses: Clause[]) => ({ ...rule, clauses });
  const clauses = rule.clauses.flatMap((clause, at) => [
    { says: `clause ${at} deleted`, rule: withClauses(rule.clauses.toSpliced(at, 1)) },
    ...inversionsOf(clause).map((inverted) => ({
      says: `clause ${at} inverted to ${JSON.stringify(inverted)}`,
      rule: withClauses(rule.clauses.with(at, inverted)),
    })),
  ]);
  const { binds: _binds, ...others } = rule;
  const parts = placesIn(others).flatMap((place) => {
    const { success, data } = sequencesSchema.element.safeParse(without(rule, place));
    return success ? { says: `without ${place.join('.')}`, rule: data } : [];
  });
  const binds = rule.binds === 'well' ? 'every' : 'well';
  return [...clauses, ...parts, { says: `binding ${binds} path`, rule: { ...rule, binds } }];
}

/** The opposite of a clause, by what it says. */
function inversionsOf(clause: Clause): Clause[] {
  if ('never' in clause) {
    const { never, until: _until, unless: _unless, ...scope } = clause;
    return [{ ...scope, eventually: never }];
  }
  if ('before' in clause) return [{ ...clause, before: clause.first, first: clause.before }];
  if ('eventually' in clause) {
    const { eventually, by: _by, ...scope } = clause;
    return [{ ...scope, never: eventually }];
  }
  if ('next' in clause) {
    const { meanwhile = ['ask_open'] } = clause;
    const first = clause.next.flatMap(({ does = [] }) => does);
    return [{ ...clause, next: [{ does: meanwhile }], meanwhile: first }];
  }
  const { possible } = clause;
  if ('otherThan' in possible) return [{ ...clause, possible: { does: possible.otherThan } }];
  const { does, within } = possible;
  const inTime = within === undefined ? [] : [within - 1, within + 1].filter((count) => count > 0);
  return [
    { ...clause, possible: { otherThan: does } },
    ...inTime.map((count) => ({ ...clause, possible: { does, within: count } })),
  ];
}

type Place = (string | number)[];

/** Every place inside a value: each key of an object, each item of a list. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const key = Array.isArray(value) ? Number(name) : name;
    return [[key], ...placesIn(inner).map((place) => [key, ...place])];
  });
}

function without(rule: Sequence, place: Place): unknown {
  const spoiled: unknown = structuredClone(rule);
  const last = place.at(-1) as string | number;
  const holder = place
    .slice(0, -1)
    .reduce((inner, key) => (inner as Record<string | number, unknown>)[key], spoiled);
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete (holder as Record<string, unknown>)[last];
  return spoiled;
}

/** Everything that the cases of a rule tell, wherever they tell it. */
function proversFor(rule: string): Prover[] {
  const told = sequenceCases
    .filter((one) => one.rule === rule)
    .flatMap((one) => {
      const elsewhere = [...(one.alsoIn ?? []), ...(one.notIn ?? [])];
      const settings = [{}, ...elsewhere, ...nations.map((nation) => ({ nations: [nation] }))];
      return [
        ...settings.flatMap((setting) =>
          one.wrong.map((words) => ({ one, words, setting: { ...one.setting, ...setting } })),
        ),
        ...one.right.map((words) => ({ one, words, setting: one.setting })),
      ];
    });
  return told.map(({ one, words, setting }) => proverOf(smallScenario(fill(one, words), setting)));
}

/** The errors that one rule alone finds. */
function outcome(prover: Prover, rule: Sequence): string {
  prover.proofs.length = 0;
  checkSequences(prover, new Set<string>(graveRules), [rule]);
  const errors = prover.proofs.map(({ finding }) => finding).filter(isError);
  return JSON.stringify(errors.map(({ rule: id, state, key, path }) => [id, state, key, path]));
}

function isError({ severity }: { severity: string }): boolean {
  return severity === 'error';
}

describe.each(sequences)('$id', (rule) => {
  const provers = proversFor(rule.id);
  const outcomes = provers.map((prover) => outcome(prover, rule));
  const mutants = mutantsOf(rule);

  test.each(mutants)('$says is noticed', ({ rule: mutant }) => {
    const notices = (prover: Prover, at: number) => outcome(prover, mutant) !== outcomes[at];
    expect(provers.some(notices)).toBe(true);
  });
});
