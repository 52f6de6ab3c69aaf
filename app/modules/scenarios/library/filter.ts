import type { Definition } from '#scenarios/kit/definition.ts';
import {
  type FourC,
  fourCs,
  type HardTopic,
  hardTopics,
  type Theme,
  type Track,
  themes,
  tracks,
} from '#scenarios/kit/vocabulary.ts';

/** Lengths to choose from: at most so many minutes. */
export const lengths = [5, 10, 15] as const;
export type Length = (typeof lengths)[number];

/** What somebody looks for in the library. All of it stands in the address of the page. */
export type Filter = {
  track: Track | null;
  theme: Theme | null;
  fourC: FourC | null;
  minutes: Length | null;
  /** Stories that tell of these are left out. */
  without: HardTopic[];
};
export type FilterPart = keyof Filter;

const parts = ['track', 'theme', 'fourC', 'minutes', 'without'] as const;
const nothing: Filter = { track: null, theme: null, fourC: null, minutes: null, without: [] };

/** Reads what an address asks for. What nobody knows is left aside, whoever wrote it. */
export function readFilter(query: URLSearchParams): Filter {
  const first = <T extends string | number>(name: FilterPart, known: readonly T[]): T | null => {
    const byName = new Map(known.map((one) => [`${one}`, one]));
    const value = query.getAll(name).find((value) => byName.has(value));
    return (value !== undefined && byName.get(value)) || null;
  };
  const without = new Set(query.getAll('without'));
  return {
    track: first('track', tracks),
    theme: first('theme', themes),
    fourC: first('fourC', fourCs),
    minutes: first('minutes', lengths),
    without: hardTopics.filter((topic) => without.has(topic)),
  };
}

type Sought = Pick<Definition, 'track' | 'theme' | 'fourCs' | 'minutes' | 'contains'>;

/** Whether a scenario is one that somebody looks for. */
export function fits({ track, theme, fourC, minutes, without }: Filter, scenario: Sought): boolean {
  return (
    (track === null || scenario.track === track) &&
    (theme === null || scenario.theme === theme) &&
    (fourC === null || scenario.fourCs.includes(fourC)) &&
    (minutes === null || scenario.minutes <= minutes) &&
    !scenario.contains.some((topic) => without.includes(topic))
  );
}

/** The parts of a filter that leave anything out. */
export function setParts(filter: Filter): FilterPart[] {
  return parts.filter((part) =>
    part === 'without' ? filter.without.length > 0 : filter[part] !== null,
  );
}

/** The same without one of its parts. */
export function lift(filter: Filter, part: FilterPart): Filter {
  return { ...filter, [part]: nothing[part] };
}

/** Where the library shows what a filter lets through. */
export function addressOf(filter: Filter): string {
  const query = new URLSearchParams();
  for (const part of setParts(filter))
    for (const value of [filter[part]].flat()) query.append(part, `${value}`);
  return query.size > 0 ? `/scenarios?${query}` : '/scenarios';
}
