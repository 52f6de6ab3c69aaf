import { tracks } from '#scenarios/kit/vocabulary.ts';
import { ButtonLink } from '../button/button.tsx';
import type { Example } from '../examples.ts';
import { Grid } from '../layout/layout.tsx';
import { Card } from './card.tsx';

const text = 'On Thursday afternoon we plant bulbs behind the library. Bring gloves.';

export const examples: Example[] = [
  {
    name: 'Without a title',
    render: () => (
      <Card>
        <p>{text}</p>
      </Card>
    ),
  },
  {
    name: 'With a title',
    render: () => (
      <Card title="Garden afternoon">
        <p>{text}</p>
      </Card>
    ),
  },
  {
    name: 'With a long word and a deeper title',
    render: () => (
      <Card title={'Gardening'.repeat(6)} level={3}>
        <p>{text}</p>
      </Card>
    ),
  },
  {
    name: 'With a foot',
    render: () => (
      <Card title="Pond day" foot={<ButtonLink href="#component-card">See the pond</ButtonLink>}>
        <p>{text}</p>
      </Card>
    ),
  },
  {
    name: 'Of each track, with feet in line',
    isWide: true,
    render: () => (
      <Grid>
        {tracks.map((track, index) => (
          <Card
            key={track}
            level={3}
            track={track}
            title={`Beans, bed ${index + 1}`}
            foot={<a href="#component-card">Look after bed {index + 1}</a>}
          >
            {Array.from({ length: index + 1 }, (_, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines never change order
              <p key={line}>{text}</p>
            ))}
          </Card>
        ))}
      </Grid>
    ),
  },
];
