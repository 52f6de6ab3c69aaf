import type { ComponentProps } from 'react';
import type { Example } from '../examples.ts';
import { GraphOutline } from './graph-outline.tsx';
import { GraphPicture } from './graph-picture.tsx';

const face = { 'font-size': 10 };
const picture: ComponentProps<typeof GraphPicture> = {
  width: 260,
  height: 60,
  label: 'How a bean grows',
  description: 'Two boxes with a line from the first to the second.',
  sizesLabel: 'Size of the beans',
  sizes: (['whole', 'small', 'reading', 'large'] as const).map((name) => ({
    name,
    label: `Beans, ${name}`,
    href: `?size=${name}`,
    isChosen: name === 'reading',
  })),
  shapes: [
    { tag: 'rect', look: 'box', at: { x: 5, y: 10, width: 100, height: 40, 'stroke-width': 1 } },
    { tag: 'text', look: 'ink', at: { x: 15, y: 33, ...face }, text: 'A bean' },
    {
      tag: 'rect',
      look: 'box-good',
      at: { x: 150, y: 10, width: 100, height: 40, rx: 5, 'stroke-width': 2 },
    },
    { tag: 'text', look: 'ink-good', at: { x: 160, y: 33, ...face }, text: 'A plant' },
    { tag: 'path', look: 'path', at: { d: 'M105 30h40', 'stroke-width': 3 } },
    { tag: 'path', look: 'path-head', at: { d: 'M150 30l-8 -4v8z' } },
  ],
};

const bean = { path: 'garden.bean', number: 1, title: 'A bean' };
const plant = { path: 'garden.plant', number: 2, title: 'A plant' };

export const examples: Example[] = [
  {
    name: 'A drawing to look around in',
    isWide: true,
    render: () => <GraphPicture {...picture} />,
  },
  {
    name: 'A drawing that is wholly seen',
    isWide: true,
    render: () => (
      <GraphPicture
        {...picture}
        label="The whole bean"
        sizesLabel="Size of the whole bean"
        sizes={picture.sizes.map((one) => ({ ...one, isChosen: one.name === 'whole' }))}
      />
    ),
  },
  {
    name: 'A drawing in words',
    isWide: true,
    render: () => (
      <GraphOutline
        words={{ starts: 'The garden starts here', tags: 'Tags', leadsTo: 'Grows into' }}
        items={[
          {
            path: 'garden',
            title: 'The garden',
            items: [
              {
                ...bean,
                kind: 'Seed',
                rating: null,
                tags: ['green'],
                isStart: true,
                choices: [
                  {
                    label: 'Water it',
                    quality: { tone: 'good', word: 'Good' },
                    ways: [
                      { when: 'If the sun shines', to: plant },
                      { when: 'Otherwise', to: bean },
                    ],
                  },
                  {
                    label: 'Forget it',
                    quality: { tone: 'slip', word: 'Slip' },
                    ways: [{ when: null, to: bean }],
                  },
                ],
              },
            ],
          },
          {
            ...plant,
            kind: 'End',
            rating: { tone: 'recommended', word: 'As hoped' },
            tags: [],
            isStart: false,
            choices: [],
          },
        ]}
      />
    ),
  },
];
