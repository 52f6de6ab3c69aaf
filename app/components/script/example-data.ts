import type {
  Play,
  ScriptBlock,
  ScriptEffect,
  ScriptLine,
  ScriptPart,
  ScriptScene,
} from '#app/simulation/script-view.ts';

const said = (text: string, only: string | null = null): ScriptBlock => ({
  ...{ text: [text], symbol: null, only },
});
const line = (id: string, who: string | null, text: string, when: string | null = null) =>
  ({ id, who, when, blocks: [said(text)] }) satisfies ScriptLine;
const nothing: ScriptEffect = {
  ...{ quality: null, does: [], follows: [], breaks: [], repairs: [], remembers: [] },
};
const empty: Omit<ScriptScene, 'path' | 'number' | 'title' | 'kind'> = {
  ...{ rating: null, isStart: false, setting: null, seen: [], states: [], remembers: [] },
  ...{ lines: [], messages: [], sentence: null, question: [], items: [], constraints: [] },
  ...{ asides: [], sayAloud: [], choices: [] },
};
const water = { id: 'BED-1', name: 'Water at the root' };
const bed = { path: 'garden.bed', number: 1, title: 'A dry bed' };
const order = { path: 'garden.order', number: 2, title: 'What first?' };
const harvest = { path: 'harvest', number: 3, title: 'Beans for everybody' };

const decision: ScriptScene = {
  ...empty,
  ...bed,
  kind: 'Decision',
  isStart: true,
  setting: 'A garden behind the library.',
  seen: ['Rosa looks calm.', 'If it rained: Rosa looks cross.'],
  states: ['It is dry.'],
  remembers: ['sun goes up by 1'],
  lines: [
    line('leaves', null, 'The leaves hang.'),
    line('rosa', 'Rosa', 'They want something.', 'If it rained is not set'),
  ],
  asides: [{ id: 'root', term: 'a root', says: [said('What is under the ground.')] }],
  sayAloud: [said('I will fetch the can.')],
  choices: [
    {
      id: 'water',
      label: ['Water the bed.'],
      effect: {
        ...nothing,
        quality: { tone: 'good', word: 'Good' },
        does: ['Waters the bed.'],
        follows: [water],
        remembers: ['watered is set'],
      },
      hears: [],
      notes: [],
      result: [said('It drips.')],
      why: [said('Beans are thirsty.', 'Only in Wales:')],
      ways: [{ when: null, effect: null, to: order }],
    },
    {
      id: 'leave',
      label: ['Leave it.'],
      effect: null,
      hears: [said('Nobody cares.')],
      notes: [{ words: 'Leave', blocks: [said('It says that beans do not matter.')] }],
      result: [said('It stays dry.')],
      why: [said('Beans do not wait.')],
      ways: [
        {
          when: 'If it rained is set',
          effect: { ...nothing, quality: { tone: 'slip', word: 'Slip' }, breaks: [water] },
          to: harvest,
        },
        {
          when: 'Otherwise',
          effect: { ...nothing, quality: { tone: 'grave', word: 'Grave' }, breaks: [water] },
          to: bed,
        },
      ],
    },
  ],
};

const ordering: ScriptScene = {
  ...empty,
  ...order,
  kind: 'Order',
  lines: [line('task', null, 'Put them in order.')],
  messages: [line('note', 'Rosa', 'Seeds are in the shed.')],
  sentence: {
    who: 'Rosa',
    text: ['You never water anything.'],
    notes: [{ words: 'never', blocks: [said('Nobody is like that.')] }],
  },
  question: [said('What do you like about beans?')],
  items: [
    { ...line('sow', null, 'Sow'), verdict: null, feedback: [] },
    { ...line('dig', null, 'Dig'), verdict: 'a sign', feedback: [said('First of all.')] },
  ],
  constraints: [
    { id: 'first', says: '“Dig” comes before “Sow”.', why: [said('Earth is hard.')], rule: water },
  ],
  choices: [
    {
      id: 'right',
      label: ['Nothing out of order'],
      effect: { ...nothing, quality: { tone: 'neutral', word: 'Neutral' }, repairs: [water] },
      hears: [],
      notes: [],
      result: [],
      why: [said('That grows.')],
      ways: [{ when: null, effect: null, to: harvest }],
    },
  ],
};

export const gardenScript: ScriptPart[] = [
  { path: 'garden', title: 'In the garden', remembers: [], parts: [decision, ordering] },
  {
    ...empty,
    ...harvest,
    kind: 'Ending',
    rating: { tone: 'recommended', word: 'Recommended' },
    lines: [line('beans', null, 'There are beans.')],
  },
];

export const gardenPlay: Play = {
  name: 'A good year',
  ending: { title: harvest.title, rating: { tone: 'recommended', word: 'Recommended' } },
  scenes: [
    {
      step: 0,
      place: bed,
      lines: [
        { id: 'leaves', who: null, blocks: [said('The leaves hang.')] },
        { id: 'rosa', who: 'Rosa', blocks: [said('They want something.')] },
      ],
      chosen: [['Water the bed.']],
      result: [said('It drips.')],
    },
    {
      step: 1,
      place: harvest,
      lines: [{ id: 'beans', who: null, blocks: [said('There are beans.')] }],
      chosen: [],
      result: [],
    },
  ],
};
