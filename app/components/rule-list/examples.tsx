import type { Example } from '../examples.ts';
import { RuleList } from './rule-list.tsx';

export const examples: Example[] = [
  {
    name: 'Three rules, one with a long source',
    isWide: true,
    render: () => (
      <RuleList
        showsSources
        rules={[
          {
            id: 'BEAN-1',
            name: 'Sun first',
            says: [{ text: 'Beans stand in the sun.' }],
            source: 'The garden book, page 4',
          },
          {
            id: 'BEAN-2',
            name: 'Water at the root',
            says: [
              {
                text: 'Water at the root and not on the leaves. Do it in the evening, when the sun is off the bed.',
              },
            ],
            source:
              'The garden book, page 9; the club’s notes of spring 2024; told by the gardener next door, not yet confirmed',
          },
          {
            id: 'SLUG-1',
            name: 'Slugs have their place',
            says: [{ text: 'Carry a slug to the hedge.' }],
            source: 'The club’s notes of spring 2024',
          },
        ]}
      />
    ),
  },
  {
    name: 'In easy text',
    render: () => (
      <RuleList
        rules={[
          {
            id: 'BEAN-3',
            name: 'Sun first',
            says: [
              { text: 'Beans need sun.', symbol: 'sunrise' },
              { text: 'Put the pot outside.', symbol: 'bucket' },
            ],
            source: 'The garden book, page 4',
          },
        ]}
      />
    ),
  },
];
