import type { Definition } from '#scenarios/kit/definition.ts';
import type { Action, Guard } from '#scenarios/kit/guards.ts';
import { meterRange, meters } from '#scenarios/kit/vocabulary.ts';

type Context = Definition['machine']['context'];

/**
 * What is remembered, as a word with one letter for each meter and flag: cheap to compare and to
 * change. The code of a letter is the value of the meter, or 0 and 1 for a flag.
 */
export type Remembered = string;
export type Test = (remembered: Remembered) => boolean;
export type Change = (remembered: Remembered) => Remembered;

/** Compiles guards and actions of one scenario to functions of what is remembered. */
export type Memory = {
  start: Remembered;
  test(guard: Guard | null): Test;
  change(actions: Action[]): Change;
  /** Forgets every meter and flag that is not named. */
  keepOnly(names: ReadonlySet<string>): Change;
};

export const flagName = (flag: string) => `flag ${flag}`;
export const meterName = (meter: string) => `meter ${meter}`;

/** The memory of a scenario with the given first context. Pure. */
export function memoryOf(first: Context): Memory {
  const flags = Object.keys(first.flags);
  const names = [...meters.map(meterName), ...flags.map(flagName)];
  const places = new Map(names.map((name, place) => [name, place]));
  const placeOf = (name: string) => places.get(name) as number;
  const values = [
    ...meters.map((meter) => first.meters[meter]),
    ...flags.map((flag) => Number(first.flags[flag])),
  ];
  return {
    start: String.fromCharCode(...values),
    test: (guard) => (guard === null ? () => true : testOf(guard, placeOf)),
    change: (actions) => inTurn(actions.map((action) => changeOf(action, placeOf))),
    keepOnly: (kept) => forget(names.flatMap((name, place) => (kept.has(name) ? [] : place))),
  };
}

type PlaceOf = (name: string) => number;

function testOf(guard: Guard, placeOf: PlaceOf): Test {
  switch (guard.type) {
    case 'flagIs': {
      const place = placeOf(flagName(guard.params.flag));
      const wanted = Number(guard.params.value);
      return (remembered) => remembered.charCodeAt(place) === wanted;
    }
    case 'meterAtLeast':
    case 'meterBelow': {
      const place = placeOf(meterName(guard.params.meter));
      const { value } = guard.params;
      const atLeast = guard.type === 'meterAtLeast';
      return (remembered) => remembered.charCodeAt(place) >= value === atLeast;
    }
    case 'all':
    case 'any': {
      const inner = guard.params.of.map((each) => testOf(each, placeOf));
      return guard.type === 'all'
        ? (remembered) => inner.every((test) => test(remembered))
        : (remembered) => inner.some((test) => test(remembered));
    }
    case 'not': {
      const inner = testOf(guard.params.guard, placeOf);
      return (remembered) => !inner(remembered);
    }
  }
}

function changeOf(action: Action, placeOf: PlaceOf): Change {
  if (action.type === 'setFlag') {
    const place = placeOf(flagName(action.params.flag));
    return (remembered) => put(remembered, place, Number(action.params.value));
  }
  const place = placeOf(meterName(action.params.meter));
  return (remembered) => {
    const wanted = remembered.charCodeAt(place) + action.params.by;
    return put(remembered, place, Math.min(meterRange.max, Math.max(meterRange.min, wanted)));
  };
}

function forget(places: number[]): Change {
  return (remembered) => places.reduce((word, place) => put(word, place, 0), remembered);
}

function put(word: string, place: number, value: number): string {
  if (word.charCodeAt(place) === value) return word;
  return word.slice(0, place) + String.fromCharCode(value) + word.slice(place + 1);
}

function inTurn(changes: Change[]): Change {
  return (remembered) => changes.reduce((word, change) => change(word), remembered);
}
