import { Button } from '../button/button.tsx';
import { Card } from '../card/card.tsx';
import type { Example } from '../examples.ts';
import { Beside, Grid, Halves, OnScreen, Row, Section, Stack } from './layout.tsx';

const beds = ['Beans', 'Peas', 'Carrots', 'Leeks', 'Sunflowers'];

const Words = () => (
  <p>Spring comes late to the beds behind the library, because the wall keeps the sun away.</p>
);

export const examples: Example[] = [
  {
    name: 'Stack',
    render: () => (
      <Stack>
        <Words />
        <Words />
      </Stack>
    ),
  },
  {
    name: 'Row',
    render: () => (
      <Row>
        {beds.map((bed) => (
          <Button key={bed} look="quiet">
            {bed}
          </Button>
        ))}
      </Row>
    ),
  },
  {
    name: 'Grid',
    isWide: true,
    render: () => (
      <Grid>
        {beds.map((bed) => (
          <Card key={bed}>
            <p>{bed}</p>
          </Card>
        ))}
      </Grid>
    ),
  },
  {
    name: 'Section',
    render: () => (
      <Section id="example-section" title="Beds in spring">
        <Words />
      </Section>
    ),
  },
  {
    name: 'Halves',
    isWide: true,
    render: () => (
      <Halves>
        <Words />
        <Card>
          <Words />
        </Card>
      </Halves>
    ),
  },
  {
    name: 'Halves, from the top',
    isWide: true,
    render: () => (
      <Halves align="top">
        <Words />
        <Card>
          <Words />
        </Card>
      </Halves>
    ),
  },
  {
    name: 'On screen, and not on paper',
    render: () => (
      <OnScreen>
        <Words />
      </OnScreen>
    ),
  },
  {
    name: 'Beside',
    isWide: true,
    render: () => (
      <Beside side={<Words />}>
        <Words />
        <Words />
        <Words />
      </Beside>
    ),
  },
];
