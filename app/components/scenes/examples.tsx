import type { ComponentProps } from 'react';
import type { View, ViewBlock, ViewPart } from '#app/simulation/view.ts';
import { block, contacts, face, part, speaker, view, you } from '../example-data.ts';
import type { Example } from '../examples.ts';
import { ReadingNote } from '../reading/reading.tsx';
import { Aside } from '../text/text.tsx';
import { Echo } from './echo.tsx';
import { actions, blaming, ordered, rephrased } from './explained-data.ts';
import { SceneView } from './scene-view.tsx';

const chapter = { name: 'Spring', number: 2, of: 3 };
const sunny = [
  part('tells', null, 'It is the first warm morning of the year.', 'Mira stands at the window.'),
  part('asks', speaker('mira'), 'May I put my beans here?'),
];
const choices = [
  'I say: of course, let us make room.',
  'I ask Mira how much sun her beans like, and whether somebody at home has grown some before.',
  'I look for another window.',
  'I say that we will ask Mr Joseph.',
].map((label, index) => ({ id: `choice-${index}`, label: block(label) }));
const items = [
  part('leaves', speaker('mira'), 'The leaves hang down a little.'),
  part('soil', null, 'The soil is pale and dry.', 'It comes away from the pot.'),
  part('colour', speaker('tom'), 'The pot is red.'),
];

const scene = view({
  kind: 'scene',
  title: 'The beans by the window',
  setting: 'classroom',
  faces: [face('mira', 'worried')],
  parts: sunny,
});
const decision = view({ ...scene, kind: 'decision', title: 'Room on the sill' });

const order = view({
  kind: 'order',
  title: 'A bean in a pot',
  parts: [part('task', null, 'Four things to do before the bell.')],
  items: actions,
});
const rephrase = view({
  ...scene,
  kind: 'rephrase',
  title: 'After the frost',
  parts: [part('found', null, 'The leaves are black this morning.')],
  sentence: part('sentence', speaker('tom'), 'Why did you leave them out in the frost, again?'),
  choices: ['How do we keep them warm tonight?', 'Next time, be more careful.'].map(
    (label, index) => ({ id: `words-${index}`, label: block(label) }),
  ),
});

/** The same in easy text: an idea to a sentence, each with its symbol. */
const easy = (text: string, symbol: string): ViewBlock => ({ text: [text], symbol });
const easyPart = (id: string, by: ViewPart['by'], ...blocks: ViewBlock[]) => ({ id, by, blocks });
const easyScene: View = {
  ...scene,
  parts: [
    easyPart('tells', null, easy('It is warm today.', 'sun'), easy('Mira is here.', 'person')),
    easyPart('asks', speaker('mira'), easy('Can I put my beans here?', 'bucket')),
  ],
};
const easyItems = [
  easyPart('leaves', speaker('mira'), easy('The leaves hang down.', 'down-arrow')),
  easyPart('soil', null, easy('The soil is dry.', 'bucket'), easy('It is pale.', 'eye')),
];
const easyChoices = [
  { id: 'yes', label: easy('I say yes. We make room.', 'open-hands') },
  { id: 'sun', label: easy('I ask Mira how much sun the beans need each day.', 'sun') },
];

type Around = Pick<ComponentProps<typeof SceneView>, 'before' | 'after' | 'note'>;

function whole(name: string, shown: View, around: Around = {}): Example {
  return {
    name,
    isWholePage: true,
    render: () => <SceneView view={shown} step={1} {...around} />,
  };
}

const note = (
  <ReadingNote reading={{ level: 'easy', wanted: 'easy', hasBoth: true }} here="/components" />
);

function wholeEasy(name: string, shown: View): Example {
  const render = () => (
    <div data-reading="easy">
      <SceneView view={shown} step={1} note={note} />
    </div>
  );
  return { name, isWholePage: true, render };
}

export const examples: Example[] = [
  whole('Scene', scene),
  whole(
    'Scene with a chapter, an echo before it and something after it',
    { ...scene, chapter },
    {
      before: <Echo result={[block('Tom nods, and fetches water.')]} />,
      after: <Aside>The beans wait for you.</Aside>,
    },
  ),
  whole('Scene without a place, with words of its own to go on', {
    ...scene,
    setting: null,
    faces: [],
    parts: [
      {
        ...part('number', null),
        blocks: [block('Ring ', contacts.name, ' on ', contacts.phone, ' about the beans.')],
      },
      part('answer', you, 'I will.'),
    ],
    nextLabel: block('Go to the shed'),
  }),
  whole('Decision with two choices', { ...decision, choices: choices.slice(0, 2) }),
  whole('Decision with four choices', { ...decision, chapter, choices }),
  whole('Spot', view({ ...scene, kind: 'spot', title: 'Which beans are thirsty?', items })),
  whole('Order', order),
  whole('Rephrase', rephrase),
  whole('Pause', {
    ...view({ kind: 'pause', title: 'The bench' }),
    parts: [part('sits', null, 'You sit down. Nobody wants anything for a moment.')],
    question: [block('Who showed you how to plant something, and what did they say?')],
  }),
  whole('Scene with a term explained and a line to say aloud', {
    ...scene,
    asides: [
      { id: 'sill', term: 'window sill', says: [block('The board below a window.')] },
      { id: 'bean', term: 'runner bean', says: [block('It climbs.'), block('It is red in July.')] },
    ],
    sayAloud: [block('Of course there is room. Show me what you have grown.')],
  }),
  {
    name: 'Echo of words that move no blame',
    render: () => <Echo result={[block('Mira breathes out.')]} rephrased={rephrased} />,
  },
  {
    name: 'Echo of words that still blame',
    render: () => <Echo result={[]} rephrased={blaming} />,
  },
  {
    name: 'Echo of an order',
    render: () => <Echo result={[block('The pot drips on the sill.')]} ordered={ordered} />,
  },
  whole(
    'Thread',
    view({
      ...scene,
      kind: 'thread',
      title: 'A chat about beans',
      setting: 'staffroom',
      faces: [face('tom', 'warm'), face('mira', 'calm')],
      messages: [
        part('first', speaker('tom'), 'Is there room for one more pot?'),
        part('second', speaker('mira'), 'There is.', 'Bring the big one.'),
        part('third', you, 'I will carry it.'),
      ],
    }),
  ),
  whole(
    'Ending',
    view({
      ...scene,
      kind: 'ending',
      title: 'Beans for everybody',
      setting: 'outside',
      faces: [face('mira', 'warm'), face('tom', 'warm'), face('joseph', 'calm')],
      parts: [part('end', null, 'By June there are beans for the whole school.')],
      rating: 'recommended',
    }),
  ),
  wholeEasy('Easy text: a scene with a chapter', { ...easyScene, chapter }),
  wholeEasy('Easy text: a thread', {
    ...easyScene,
    kind: 'thread',
    messages: easyScene.parts,
  }),
  wholeEasy('Easy text: a decision', { ...easyScene, kind: 'decision', choices: easyChoices }),
  wholeEasy('Easy text: a spot', { ...easyScene, kind: 'spot', items: easyItems }),
  wholeEasy('Easy text: an order', { ...order, items: easyItems }),
  {
    name: 'Easy text: echo of an order',
    render: () => (
      <div data-reading="easy">
        <Echo
          result={[easy('The pot drips.', 'droplet')]}
          ordered={{
            items: easyItems,
            constraints: [
              {
                ...{ id: 'drain', holds: false, rule: 'BEAN-1' },
                earlier: part('seed', null, 'Lay the bean in.'),
                later: part('fill', null, 'Fill the pot.'),
                says: [easy('A bean needs soil first.', 'sunrise')],
              },
            ],
          }}
        />
      </div>
    ),
  },
];
