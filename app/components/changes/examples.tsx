import type { Example } from '../examples.ts';
import { ChangeList } from './changes.tsx';

export const examples: Example[] = [
  {
    name: 'What changed, word by word',
    render: () => (
      <ChangeList
        changes={[
          {
            key: 'pond',
            label: 'About the pond',
            pieces: [
              { in: 'both', text: 'The pond is ' },
              { in: 'before', text: 'deep' },
              { in: 'after', text: 'shallow' },
              { in: 'both', text: '.' },
            ],
          },
          { key: 'beds', label: 'New', pieces: [{ in: 'after', text: 'There are eleven beds.' }] },
          { key: 'tea', label: 'Gone', pieces: [{ in: 'before', text: 'There is tea.' }] },
          { key: 'sign', label: 'The sign', pieces: [{ in: 'both', text: 'Beds 1 to 11' }] },
          { key: 'order', label: 'The beds', pieces: [] },
        ]}
      />
    ),
  },
];
