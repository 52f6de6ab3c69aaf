import {
  type HardTopic,
  hardTopics,
  type Theme,
  type Track,
  themes,
  tracks,
} from '#scenarios/kit/vocabulary.ts';
import type { ScenarioCard } from '../cards.server.ts';
import {
  addressOf,
  type Filter,
  type FilterPart,
  fits,
  type Length,
  lengths,
  lift,
  setParts,
} from './filter.ts';

type Browsable = Pick<ScenarioCard, 'track' | 'theme' | 'fourCs' | 'minutes' | 'contains'>;

/** A filter with one part less, or for another track, and how many scenarios it lets through. */
export type Wider = { href: string; count: number } & (
  | { part: 'track'; track: Track }
  | { part: Exclude<FilterPart, 'track'> }
);

/** What the library shows of its cards to somebody who looks for something, by track. Pure. */
export function browse<Card extends Browsable>(cards: Card[], filter: Filter) {
  const shown = cards.filter((card) => fits(filter, card));
  const shelves = tracks.map((track) => ({
    track,
    of: cards.filter((card) => card.track === track).length,
    cards: shown.filter((card) => card.track === track),
  }));
  return {
    count: shown.length,
    of: cards.length,
    /** How many there are of each track, whatever else somebody looks for. */
    tracks: shelves.map(({ track, of }) => ({ track, count: of })),
    // A track that has nothing says so to whoever asks for it, or for everything.
    shelves: shelves
      .filter(({ track, of, cards }) => cards.length > 0 || (of === 0 && isAsked(filter, track)))
      .map(({ track, cards }) => ({ track, cards })),
    wider: shown.length > 0 ? [] : widerOf(cards, filter),
    ...thereIs(cards, filter),
  };
}

function isAsked(filter: Filter, track: Browsable['track']): boolean {
  return setParts(filter).every((part) => part === 'track' && filter.track === track);
}

function widerOf(cards: Browsable[], filter: Filter): Wider[] {
  const found = (wider: Filter) => ({
    href: addressOf(wider),
    count: cards.filter((card) => fits(wider, card)).length,
  });
  return setParts(filter)
    .flatMap((part): Wider[] =>
      part === 'track'
        ? tracks.map((track) => ({ part, track, ...found({ ...filter, track }) }))
        : [{ part, ...found(lift(filter, part)) }],
    )
    .filter(({ count }) => count > 0);
}

/**
 * What there is to look for in the track that somebody chose, and to leave out. What they have chosen
 * already stays among it, so that the form says what the page shows.
 */
function thereIs(
  cards: Browsable[],
  filter: Filter,
): { themes: Theme[]; lengths: Length[]; topics: HardTopic[] } {
  const inTrack = cards.filter(({ track }) => filter.track === null || track === filter.track);
  // A length that finds no more than the one before it is no choice.
  const isThere = (most: Length, index: number) =>
    inTrack.some(({ minutes }) => minutes <= most && minutes > (lengths[index - 1] ?? 0));
  return {
    themes: themes.filter(
      (theme) => theme === filter.theme || inTrack.some((card) => card.theme === theme),
    ),
    lengths: lengths.filter((most, index) => most === filter.minutes || isThere(most, index)),
    topics: hardTopics.filter((topic) => cards.some(({ contains }) => contains.includes(topic))),
  };
}
