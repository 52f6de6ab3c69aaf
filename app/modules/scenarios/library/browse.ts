import {
  type HardTopic,
  hardTopics,
  type Theme,
  themes,
  tracks,
} from '#scenarios/kit/vocabulary.ts';
import type { ScenarioCard } from '../cards.server.ts';
import { addressOf, type Filter, type FilterPart, fits, lift, setParts } from './filter.ts';

type Browsable = Pick<ScenarioCard, 'track' | 'theme' | 'fourCs' | 'minutes' | 'contains'>;

/** A filter with one part less, and how many scenarios it lets through. */
type Wider = { part: FilterPart; href: string; count: number };

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
    ...thereIs(cards),
  };
}

function isAsked(filter: Filter, track: Browsable['track']): boolean {
  return setParts(filter).every((part) => part === 'track' && filter.track === track);
}

function widerOf(cards: Browsable[], filter: Filter): Wider[] {
  return setParts(filter)
    .map((part) => {
      const wider = lift(filter, part);
      const count = cards.filter((card) => fits(wider, card)).length;
      return { part, href: addressOf(wider), count };
    })
    .filter(({ count }) => count > 0);
}

/** What there is to look for, and to leave out. */
function thereIs(cards: Browsable[]): { themes: Theme[]; topics: HardTopic[] } {
  return {
    themes: themes.filter((theme) => cards.some((card) => card.theme === theme)),
    topics: hardTopics.filter((topic) => cards.some(({ contains }) => contains.includes(topic))),
  };
}
