import type { Example } from '../examples.ts';
import { ExampleFrame } from './gallery.tsx';

export const examples: Example[] = [
  {
    name: 'An example in its frame',
    render: () => (
      <ExampleFrame name="A bean">
        <p>A bean is small and grows.</p>
      </ExampleFrame>
    ),
  },
];
