import type { ExplainedOrder } from '#app/simulation/explain-order.ts';
import type { ExplainedRephrase } from '#app/simulation/explain-rephrase.ts';
import { block, part, speaker } from '../example-data.ts';

/** Actions to put in order, and what there is to say of one order; a rewrite and its lens. */
export const actions = [
  part('water', null, 'Water it at the root, slowly, until the tray is damp.'),
  part('fill', null, 'Fill the pot with soil.'),
  part('seed', null, 'Lay the bean in, as deep as it is long.'),
  part('stones', null, 'Put stones at the bottom.'),
];
const [water, fill, seed, stones] = actions as [
  ExplainedOrder['items'][0],
  ExplainedOrder['items'][0],
  ExplainedOrder['items'][0],
  ExplainedOrder['items'][0],
];

export const ordered: ExplainedOrder = {
  items: [fill, stones, seed, water],
  constraints: [
    {
      id: 'drain',
      earlier: stones,
      later: fill,
      holds: false,
      rule: 'BEAN-1',
      says: [block('Stones lie below the soil, or the water stays.')],
    },
    {
      id: 'deep',
      earlier: seed,
      later: water,
      holds: true,
      rule: 'BEAN-2',
      says: [block('Water finds a bean that is there.')],
    },
  ],
};

export const rephrased: ExplainedRephrase = {
  by: speaker('tom'),
  before: {
    line: [
      { text: 'Why did you ', isMarked: false },
      { text: 'leave them out', isMarked: true },
      { text: ' in the frost, ', isMarked: false },
      { text: 'again', isMarked: true },
      { text: '?', isMarked: false },
    ],
    notes: [
      { words: 'leave them out', moves: [block('The frost did it, and it is not asked about.')] },
      { words: 'again', moves: [block('Now it is a habit of hers.')] },
    ],
  },
  after: { line: [{ text: 'How do we keep them warm tonight?', isMarked: false }], notes: [] },
  hears: [block('They are not cross with me. We can save the beans.')],
};

export const blaming: ExplainedRephrase = {
  ...rephrased,
  after: {
    line: [
      { text: 'Next time, ', isMarked: false },
      { text: 'be more careful', isMarked: true },
      { text: '.', isMarked: false },
    ],
    notes: [{ words: 'be more careful', moves: [block('It makes the frost hers to prevent.')] }],
  },
  hears: [block('It was my fault. Next time I say nothing.')],
};
