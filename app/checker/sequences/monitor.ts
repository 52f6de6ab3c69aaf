import type { Clause } from '#scenarios/rules/sequences.schema.ts';
import { isOneOf, type Now, type Past, pastOf } from './moments.ts';

/**
 * Follows one clause along a path. A state is a small number; `read` takes it from moment to moment
 * and says whether the clause is broken just there.
 */
export type Monitor = {
  start: number;
  read(state: number, now: Now): { state: number; broken: boolean };
  /** Whether the clause is waiting for something, or forbids something, in this state. */
  active(state: number): boolean;
  /** Whether the scene just entered is one after which the clause waits, or forbids. */
  stands(state: number): boolean;
};

type Phase = 0 | 1 | 2;
const idle = 0;
const active = 1;
const fulfilled = 2;

type Turn = { phase: Phase; broken: boolean };
type Rule = { from: Phase; turn(phase: Phase, now: Now, past: number, begun: Begun): Turn };
/** Whether this very moment begins the clause: for the first time, or once more. */
type Begun = 'not' | 'newly' | 'again';

const stands = (state: number) => state % 6 >= 3;

/** The monitor of one clause. Pure. */
export function monitorOf(clause: Clause): Monitor {
  const past = pastOf(clause);
  const rule = ruleOf(clause, past);
  const pack = (phase: Phase, stood: boolean, memory: number) =>
    phase + (stood ? 3 : 0) + memory * 6;
  return {
    start: pack('after' in clause && clause.after ? idle : rule.from, false, 0),
    active: (state) => state % 3 === active,
    stands,
    read: (state, now) => {
      const memory = past.after(Math.floor(state / 6), now);
      const stood = stands(state);
      const begins = clause.after ? isOneOf(clause.after, now, memory, past) : false;
      // A scene that goes on being, say, a disclosure does not begin another one.
      const starts = begins && !(now.entering && stood);
      const phase = starts ? active : ((state % 3) as Phase);
      const begun = !starts ? 'not' : state % 3 === active ? 'again' : 'newly';
      const turn = rule.turn(phase, now, memory, begun);
      return {
        state: pack(turn.phase, now.entering ? begins : stood, memory),
        broken: turn.broken,
      };
    },
  };
}

function ruleOf(clause: Clause, past: Past): Rule {
  const is = (moments: Parameters<typeof isOneOf>[0] | undefined, now: Now, memory: number) =>
    moments !== undefined && isOneOf(moments, now, memory, past);
  const excused = (now: Now, memory: number) =>
    'unless' in clause &&
    (clause.unless ?? []).some((condition) => past.holds(condition, memory, now.leaf));
  const ends = (now: Now) => now.entering && now.leaf.isFinal;

  if ('never' in clause)
    return {
      from: active,
      turn: (phase, now, memory) => {
        if (phase === active && is(clause.until, now, memory))
          return { phase: idle, broken: false };
        const broken = phase === active && is(clause.never, now, memory) && !excused(now, memory);
        return { phase, broken };
      },
    };
  if ('before' in clause)
    return {
      from: active,
      turn: (phase, now, memory) => {
        if (phase === active && is(clause.first, now, memory))
          return { phase: fulfilled, broken: false };
        const broken = phase === active && is(clause.before, now, memory) && !excused(now, memory);
        return { phase, broken };
      },
    };
  if ('next' in clause)
    return {
      from: idle,
      turn: (phase, now, memory) => {
        if (phase !== active) return { phase, broken: false };
        if (is(clause.next, now, memory)) return { phase: idle, broken: false };
        const other = !now.entering && now.word !== null && !meanwhile(clause.meanwhile, now.word);
        return other || ends(now) ? { phase: idle, broken: true } : { phase, broken: false };
      },
    };
  if ('eventually' in clause)
    return {
      from: active,
      turn: (phase, now, memory, begun) => {
        if (phase !== active) return { phase, broken: false };
        // What begins it does not answer it: words that blame are not taken back by being said.
        if (begun !== 'newly' && is(clause.eventually, now, memory))
          return begun === 'again'
            ? { phase: active, broken: ends(now) }
            : { phase: idle, broken: false };
        // "The next morning she tells you": the night was over before.
        const late = ends(now) || (begun !== 'newly' && is(clause.by, now, memory));
        if (!late) return { phase, broken: false };
        return { phase: begun === 'again' ? active : idle, broken: true };
      },
    };
  return {
    from: active,
    turn: (phase, now, memory) => ({
      phase: is(clause.until, now, memory) ? idle : phase,
      broken: false,
    }),
  };
}

function meanwhile(allowed: readonly string[] | undefined, word: string): boolean {
  return allowed?.includes(word) ?? false;
}
