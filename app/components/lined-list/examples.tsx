import type { Example } from '../examples.ts';
import { LinedList } from './lined-list.tsx';

export const examples: Example[] = [
  {
    name: 'A few lines',
    render: () => (
      <LinedList>
        <li>Bring gloves.</li>
        <li>Bring a friend.</li>
        <li>Leave the snails where they are.</li>
      </LinedList>
    ),
  },
  {
    name: 'Lines with links and two paragraphs',
    render: () => (
      <LinedList>
        <li>
          <p>
            <a href="#component-lined-list">The garden club</a>
          </p>
          <p>Meets on Thursdays at three behind the library.</p>
        </li>
        <li>
          <p>
            <a href="tel:01632960001">01632 960001</a>
          </p>
          <p>Rings in the shed.</p>
        </li>
      </LinedList>
    ),
  },
  {
    name: 'One line',
    render: () => (
      <LinedList>
        <li>Close the gate.</li>
      </LinedList>
    ),
  },
];
