import type { Example } from '../examples.ts';
import { Idea } from './symbol.tsx';

export const examples: Example[] = [
  { name: 'One idea', render: () => <Idea symbol="sunrise">Put the bean in the pot.</Idea> },
  {
    name: 'Several ideas',
    render: () => (
      <>
        <Idea symbol="bucket">Beans need sun.</Idea>
        <Idea symbol="droplet">Water the bean each day.</Idea>
        <Idea symbol="calendar">
          It has leaves after two weeks. Do you see none? <a href="#component-symbol">Ask Mira</a>.
        </Idea>
      </>
    ),
  },
  {
    name: 'In the words of a button',
    render: () => (
      <button type="button" className="choice">
        <Idea as="span" symbol="open-hands">
          I say that there is room.
        </Idea>
      </button>
    ),
  },
];
