import type { Example } from '../examples.ts';
import { Row } from '../layout/layout.tsx';
import { RemoveLink, Tag } from './tag.tsx';

const tones = ['good', 'plain', 'care', 'grave'] as const;

export const examples: Example[] = [
  ...tones.map((tone) => ({
    name: `In the tone ${tone}`,
    render: () => <Tag tone={tone}>Watered</Tag>,
  })),
  {
    name: 'Side by side',
    render: () => (
      <Row>
        {tones.map((tone) => (
          <Tag key={tone} tone={tone}>
            Bed of beans
          </Tag>
        ))}
      </Row>
    ),
  },
  {
    name: 'Chosen, and to be taken away',
    render: () => (
      <Row>
        {['Beans', 'In the shade, and not too near to the path or to the neighbour’s wall'].map(
          (name) => (
            <RemoveLink key={name} href="#component-tag" does="Take away:">
              {name}
            </RemoveLink>
          ),
        )}
      </Row>
    ),
  },
  {
    name: 'More words than a line holds',
    render: () => (
      <Tag tone="care">
        Needs water before the weekend, and again on Monday if it has not rained by then at all
      </Tag>
    ),
  },
];
