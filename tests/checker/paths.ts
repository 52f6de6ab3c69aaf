import type { Definition, Effect } from '#scenarios/kit/definition.ts';
import { listStates } from '#scenarios/kit/graph.ts';
import type { Clause, Condition, Moment } from '#scenarios/rules/sequences.schema.ts';

/**
 * What the sequencing rules mean, said a second time and as plainly as possible: a path is written out
 * whole and each clause is judged by looking back and forth along it. Slow, and only for tests.
 */
type Step = { state: string; event: string; effect: Effect | undefined; target: string };
type Seen =
  | { at: number; entering: true; state: string; tags: readonly string[]; rating: string | null }
  | { at: number; entering: false; tags: readonly string[]; word: string | null; repairs: boolean };

/** Every path from the start to an ending, of a machine that never goes back and has no guards. */
export function everyPath({ machine }: Definition): Step[][] {
  const from = (state: string): Step[][] => {
    const choices = Object.entries(machine.states[state]?.on ?? {});
    if (choices.length === 0) return [[]];
    return choices.flatMap(([event, transition]) => {
      const { target, meta: effect } = Array.isArray(transition)
        ? (transition[0] as { target: string; meta?: Effect })
        : transition;
      return from(target).map((rest) => [{ state, event, effect, target }, ...rest]);
    });
  };
  return from(machine.initial);
}

/** Whether a path ends better than the rule allows. */
export function endsTooWell(
  definition: Definition,
  path: Step[],
  clause: Clause,
  binding: { rule: string; binds: 'well' | 'every'; grave: boolean },
): boolean {
  const seen = writtenOut(definition, path, binding.rule);
  const broken = new Set(breaches(clause, seen).map((index) => seen[index]?.at as number));
  let declared = false;
  let debt: 'none' | 'standing' | 'repaired' = 'none';
  for (const [index, { effect }] of path.entries()) {
    if (effect?.repairs.includes(binding.rule)) {
      declared = false;
      if (debt === 'standing') debt = 'repaired';
    }
    if (effect?.breaks.includes(binding.rule)) declared = true;
    if (broken.has(index) && !declared) debt = 'standing';
  }
  const rating = ratingOf(definition, path.at(-1)?.target ?? definition.machine.initial);
  if (debt === 'standing') return binding.binds === 'every' || rating !== 'harmful';
  return debt === 'repaired' && binding.grave && rating === 'recommended';
}

function ratingOf({ machine }: Definition, state: string): string | null {
  const scene = machine.states[state]?.meta;
  return scene?.kind === 'ending' ? scene.rating : null;
}

/** A path as moments; `at` is the step that brought them about, −1 for the start. */
function writtenOut(definition: Definition, path: Step[], rule: string): Seen[] {
  const tagsOf = new Map(
    listStates(definition).map(({ path: state, config }) => [state, config.tags ?? []]),
  );
  const enter = (state: string, at: number): Seen => ({
    at,
    entering: true,
    state,
    tags: tagsOf.get(state) ?? [],
    rating: ratingOf(definition, state),
  });
  return [
    enter(definition.machine.initial, -1),
    ...path.flatMap(({ state, effect, target }, at): Seen[] => {
      const act = { at, entering: false as const, tags: tagsOf.get(state) ?? [] };
      const words = effect?.does ?? [];
      // A repair puts right what was before, not what the same choice does.
      return [
        ...(effect?.repairs.includes(rule) ? [{ ...act, word: null, repairs: true }] : []),
        ...words.map((word) => ({ ...act, word, repairs: false })),
        enter(target, at),
      ];
    }),
  ];
}

/**
 * States in which a clause waits for something that cannot be done any more, or not soon enough: every
 * beginning of every path is looked at, and from there every way on.
 */
export function stuckStates(
  definition: Definition,
  clause: Extract<Clause, { possible: unknown }>,
  rule: string,
): Set<string> {
  const stuck = new Set<string>();
  for (const path of everyPath(definition))
    for (const [index, { state }] of path.entries()) {
      const seen = writtenOut(definition, path.slice(0, index), rule);
      if (isWaiting(clause, seen) && !isOffered(definition, state, clause.possible))
        stuck.add(state);
    }
  return new Set([...stuck, ...endingsThatBegin(definition, clause, rule)]);
}

/** In an ending nothing can be done: what begins to wait only there waits in vain. */
function endingsThatBegin(
  definition: Definition,
  clause: Extract<Clause, { possible: unknown }>,
  rule: string,
): string[] {
  if ('otherThan' in clause.possible) return [];
  return everyPath(definition).flatMap((path) => {
    const seen = writtenOut(definition, path, rule);
    const begins = clause.after?.some((moment) => matches(moment, seen, seen.length - 1));
    return begins && isWaiting(clause, seen) ? (path.at(-1)?.target ?? []) : [];
  });
}

function isWaiting(
  { after, until }: Clause & { until?: Moment[] | undefined },
  seen: Seen[],
): boolean {
  const begin = after ? seen.findLastIndex((_, index) => startsAt(after, seen, index)) : 0;
  const ended = seen.findLastIndex(
    (_, index) => until?.some((moment) => matches(moment, seen, index)) ?? false,
  );
  return begin >= 0 && ended < begin;
}

function isOffered(
  definition: Definition,
  state: string,
  possible: Extract<Clause, { possible: unknown }>['possible'],
): boolean {
  const ways = everyPath({
    ...definition,
    machine: { ...definition.machine, initial: state },
  }).map((path) => path.map(({ effect }) => effect?.does ?? []));
  const does = (words: readonly string[], done: readonly string[]) =>
    done.some((word) => words.includes(word));
  if ('otherThan' in possible) return ways.some(([first = []]) => !does(possible.otherThan, first));
  const most = possible.within ?? Number.POSITIVE_INFINITY;
  return ways.some((way) =>
    way
      .slice(0, most)
      .some((done) => does(possible.does, done) && !does(possible.without ?? [], done)),
  );
}

/** The moments at which a clause is broken. */
function breaches(clause: Clause, seen: Seen[]): number[] {
  const is = (moments: Moment[] | undefined, index: number) =>
    moments?.some((moment) => matches(moment, seen, index)) ?? false;
  const where = (test: (index: number) => boolean) =>
    seen.flatMap((_, index) => (test(index) ? index : []));
  const begins = clause.after
    ? where((index) => startsAt(clause.after as Moment[], seen, index))
    : [-1];
  const some = (from: number, to: number, test: (index: number) => boolean) =>
    where(test).some((index) => index >= from && index <= to);

  if ('never' in clause)
    return where(
      (index) =>
        is(clause.never, index) &&
        !excused(clause.unless, seen, index) &&
        begins.some(
          (begin) => begin <= index && !some(begin, index, (inner) => is(clause.until, inner)),
        ),
    );
  if ('before' in clause)
    return where((index) => {
      const begin = Math.max(
        ...begins.filter((candidate) => candidate <= index),
        Number.NEGATIVE_INFINITY,
      );
      return (
        begin !== Number.NEGATIVE_INFINITY &&
        is(clause.before, index) &&
        !excused(clause.unless, seen, index) &&
        !some(begin, index, (inner) => is(clause.first, inner))
      );
    });
  if ('next' in clause)
    return begins.flatMap((begin) => {
      const decides = (index: number) => {
        const now = seen[index] as Seen;
        if (is(clause.next, index)) return true;
        if (now.entering) return now.rating !== null;
        return now.word !== null && !(clause.meanwhile as string[] | undefined)?.includes(now.word);
      };
      const first = where((index) => index >= Math.max(begin, 0) && decides(index))[0];
      return first === undefined || is(clause.next, first) ? [] : first;
    });
  if ('eventually' in clause)
    return begins.flatMap((begin) => {
      const from = Math.max(begin, 0);
      const late = where(
        (index) => index >= from && (isEnd(seen[index]) || (index > begin && is(clause.by, index))),
      )[0] as number;
      return some(Math.max(begin + 1, 0), late, (index) => is(clause.eventually, index))
        ? []
        : late;
    });
  return [];
}

function isEnd(now: Seen | undefined): boolean {
  return now?.entering === true && now.rating !== null;
}

/** A scene begins something only if the scene before it was not already of that kind. */
function startsAt(after: Moment[], seen: Seen[], index: number): boolean {
  if (!after.some((moment) => matches(moment, seen, index))) return false;
  const before = seen.slice(0, index).findLastIndex(({ entering }) => entering);
  return !(
    seen[index]?.entering &&
    before >= 0 &&
    after.some((moment) => matches(moment, seen, before))
  );
}

function matches(moment: Moment, seen: Seen[], index: number): boolean {
  const now = seen[index] as Seen;
  const isAction = moment.does !== undefined || moment.repairs !== undefined;
  if (isAction === now.entering || !holds(moment, seen, index)) return false;
  if (!now.entering)
    return (
      (!moment.does || moment.does.some((word) => word === now.word)) &&
      (!moment.repairs || now.repairs)
    );
  return (
    (!moment.tag || moment.tag.some((tag) => now.tags.includes(tag))) &&
    !moment.withoutTag?.some((tag) => now.tags.includes(tag)) &&
    (!moment.ends || now.rating !== null)
  );
}

function holds(condition: Condition, seen: Seen[], index: number): boolean {
  const past = seen.slice(0, index + 1);
  const met = past.flatMap((now) => (now.entering ? now.tags : []));
  const done = past.flatMap((now) => (now.entering ? [] : (now.word ?? [])));
  return (
    (!condition.seen || condition.seen.some((tag) => met.includes(tag))) &&
    !condition.notSeen?.some((tag) => met.includes(tag)) &&
    (!condition.done || condition.done.some((word) => done.includes(word))) &&
    (!condition.here || condition.here.some((tag) => seen[index]?.tags.includes(tag)))
  );
}

function excused(unless: Condition[] | undefined, seen: Seen[], index: number): boolean {
  return unless?.some((condition) => holds(condition, seen, index)) ?? false;
}
