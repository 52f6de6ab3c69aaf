import { ButtonLink } from '../button/button.tsx';
import type { Example } from '../examples.ts';
import { Row } from '../layout/layout.tsx';
import { Hero } from './hero.tsx';

export const examples: Example[] = [
  {
    name: 'The first screen',
    isWholePage: true,
    render: () => (
      <Hero
        title="Grow something together"
        lead="A pupil comes by with a pot of beans and asks where they may stand. You say where."
        preview={{
          says: 'May I put these in the sun?',
          who: 'A pupil with beans',
          look: 'A pupil looks worried.',
        }}
      >
        <Row>
          <ButtonLink href="/components">See the beds</ButtonLink>
          <ButtonLink href="/components" look="quiet">
            Ask the gardener
          </ButtonLink>
        </Row>
      </Hero>
    ),
  },
];
