import type { Example } from '../examples.ts';
import { TrackChoice } from './track-choice.tsx';

const here = '#component-track-choice';

export const examples: Example[] = [
  {
    name: 'Three to choose from',
    isWide: true,
    render: () => (
      <>
        <h3 id="example-track-choice">What have you come to the garden for?</h3>
        <TrackChoice
          labelledBy="example-track-choice"
          links={[
            { track: 'staff', href: here, label: 'To water', note: '4 cans' },
            { track: 'parents', href: here, label: 'To sit under a tree', note: '1 bench' },
            {
              track: 'young-people',
              href: here,
              label: 'To look for snails, and to put back every one of them',
              note: 'None today',
            },
          ]}
        />
      </>
    ),
  },
];
