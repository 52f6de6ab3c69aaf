import type { Quality } from '#scenarios/kit/vocabulary.ts';
import { Button } from '../button/button.tsx';
import { block, part, speaker } from '../example-data.ts';
import type { Example } from '../examples.ts';
import { ordered, rephrased } from '../scenes/explained-data.ts';
import { Path, type PathStep } from './path.tsx';

const spring = { name: 'Spring', number: 1, of: 2 };
const summer = { name: 'Summer', number: 2, of: 2 };
const rule = { id: 'BEAN-1', name: 'Sun first' };

function chosen(step: number, quality: Quality, others: number, more: Partial<PathStep> = {}) {
  return {
    step,
    kind: 'decision',
    chapter: spring,
    title: `Pot number ${step + 1}`,
    label: block('I put the pot by the window.'),
    others,
    marked: [],
    ordered: null,
    rephrased: null,
    result: [block('It has sun all morning.')],
    why: [block('Beans grow towards the light.')],
    quality,
    repairedAt: null,
    rules: [rule],
    ...more,
  } satisfies PathStep;
}

function passed(step: number, more: Partial<PathStep> = {}) {
  return chosen(step, 'neutral', 0, {
    kind: 'scene',
    title: `A walk to bed ${step + 1}`,
    label: null,
    why: [],
    result: [],
    rules: [],
    ...more,
  });
}

const noticed = chosen(6, 'good', 0, {
  kind: 'spot',
  title: 'Which beans are thirsty?',
  label: null,
  chapter: summer,
  marked: [
    {
      sign: true,
      marked: true,
      says: 'The leaves hang down.',
      because: 'They are short of water.',
    },
    { sign: true, marked: false, says: 'The soil is pale.', because: 'It has dried out.' },
    { sign: false, marked: true, says: 'A snail sits on it.', because: 'It likes the shade.' },
    { sign: false, marked: false, says: 'The pot is red.', because: 'Red pots are pretty.' },
  ].map(({ says, because, ...verdict }, index) => ({
    ...part(`sign-${index}`, speaker('mira'), says),
    ...verdict,
    feedback: [block(because)],
  })),
});

const planted = chosen(8, 'slip', 0, {
  kind: 'order',
  title: 'A bean in a pot',
  label: null,
  chapter: summer,
  ordered: {
    ...ordered,
    constraints: ordered.constraints.map((one) => ({ ...one, rule: { ...rule, id: one.rule } })),
  },
});
const said = chosen(9, 'good', 1, {
  kind: 'rephrase',
  title: 'After the frost',
  label: block('How do we keep them warm tonight?'),
  chapter: summer,
  rephrased,
});

/** Every quality, every number of turnings, a slip that was put right, and two chapters. */
const full = [
  passed(0),
  chosen(1, 'good', 1),
  chosen(2, 'neutral', 2, { rules: [] }),
  chosen(3, 'slip', 3, {
    repairedAt: 5,
    rules: [rule, { id: 'BEAN-2', name: 'Water at the root' }],
  }),
  chosen(4, 'grave', 1),
  chosen(5, 'good', 3, { chapter: summer, title: 'The pot goes back into the sun' }),
  noticed,
  passed(7, { chapter: summer }),
  planted,
  said,
];

/** Steps of another story: each step's number is an address on the page, so they begin elsewhere. */
const plain = [
  passed(20, { chapter: null }),
  chosen(21, 'slip', 1, { chapter: null, rules: [] }),
  chosen(22, 'good', 2, { chapter: null, rules: [] }),
];

export const examples: Example[] = [
  {
    name: 'With grades',
    isWide: true,
    render: () => (
      <Path
        steps={full}
        ending="Beans for everybody"
        showsGrades
        renderActions={({ step, quality }) =>
          quality === 'grave' && <Button look="quiet">Try pot {step + 1} again</Button>
        }
      />
    ),
  },
  {
    name: 'Without grades and without chapters',
    isWide: true,
    render: () => (
      <Path steps={plain} ending="Rain at last" showsGrades={false} renderActions={() => null} />
    ),
  },
];
