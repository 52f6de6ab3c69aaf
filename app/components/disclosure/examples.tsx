import type { Example } from '../examples.ts';
import { Disclosure } from './disclosure.tsx';

export const examples: Example[] = [
  {
    name: 'More, for whoever wants it',
    render: () => (
      <Disclosure summary="How to water beans">
        <p>In the evening, at the root, and not on the leaves.</p>
      </Disclosure>
    ),
  },
  {
    name: 'A long summary',
    render: () => (
      <Disclosure summary="What to do when it has rained all week, the paths are under water and nobody has boots">
        <p>
          Stay inside and <a href="#component-disclosure">read about ponds</a>.
        </p>
        <ul>
          <li>There are books on the second shelf.</li>
          <li>There is tea.</li>
        </ul>
      </Disclosure>
    ),
  },
];
