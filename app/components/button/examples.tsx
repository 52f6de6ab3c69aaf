import type { Example } from '../examples.ts';
import { Row } from '../layout/layout.tsx';
import { Button, ButtonLink, LinkButton } from './button.tsx';

export const examples: Example[] = [
  { name: 'Button', render: () => <Button>Save the date</Button> },
  { name: 'Quiet button', render: () => <Button look="quiet">Not today</Button> },
  {
    name: 'Link that is the next step',
    render: () => <ButtonLink href="#component-button">See the school garden</ButtonLink>,
  },
  {
    name: 'Quiet link',
    render: () => (
      <ButtonLink href="#component-button" look="quiet">
        Read about the pond
      </ButtonLink>
    ),
  },
  {
    name: 'Link to a file',
    render: () => (
      <ButtonLink href="/favicon.svg" look="quiet" download>
        Download the garden plan
      </ButtonLink>
    ),
  },
  { name: 'Button that matters little', render: () => <LinkButton>Hide the tips</LinkButton> },
  {
    name: 'Long words',
    render: () => (
      <Button>
        Tell everybody who is coming to the garden afternoon that it begins an hour later
      </Button>
    ),
  },
  {
    name: 'Side by side',
    render: () => (
      <Row>
        <Button>Plant the bulbs</Button>
        <Button look="quiet">Water the beans</Button>
        <LinkButton>Leave it for tomorrow</LinkButton>
      </Row>
    ),
  },
];
