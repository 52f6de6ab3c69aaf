import type { Example } from '../examples.ts';
import { Notice } from './notice.tsx';

const tones = ['plain', 'good', 'care'] as const;

export const examples: Example[] = [
  ...tones.map((tone) => ({
    name: `In the tone ${tone}`,
    render: () => (
      <Notice tone={tone}>
        <p>
          The library opens at nine on Saturday. <a href="#component-notice">See the times</a>
        </p>
      </Notice>
    ),
  })),
  ...tones.map((tone) => ({
    name: `In the tone ${tone}, with a title`,
    render: () => (
      <Notice tone={tone} title="The library on Saturday">
        <p>It opens at nine.</p>
        <p>There is story time at ten.</p>
      </Notice>
    ),
  })),
  {
    name: 'A title and nothing else',
    render: () => <Notice tone="good" title="Your book is kept for you" />,
  },
  {
    name: 'Said at once when it appears',
    render: () => (
      <Notice role="status">
        <p>Your place in the choir is kept.</p>
      </Notice>
    ),
  },
];
