import { Button } from '../button/button.tsx';
import type { Example } from '../examples.ts';
import { Field } from '../field/field.tsx';
import { Stack } from '../layout/layout.tsx';
import { ErrorSummary } from './error-summary.tsx';

const name = { id: 'example-choir', text: 'Write how the choir is called.' };
const size = { id: 'example-singers', text: 'Write how many sing, as a figure from 2 to 80.' };

export const examples: Example[] = [
  {
    name: 'One thing to put right',
    render: () => (
      <>
        <ErrorSummary title="One thing to put right" problems={[name]} />
        <Field id={name.id} label="Name of the choir" problem={name.text} />
      </>
    ),
  },
  {
    name: 'A form that came back',
    isWide: true,
    render: () => {
      const hall = { id: 'example-hall', text: 'Choose the day on which the hall is free.' };
      return (
        <form action="#component-form">
          <ErrorSummary title="Two things to put right" problems={[hall, size]} />
          <Stack>
            <Field id={hall.id} type="date" label="Day of the concert" problem={hall.text} />
            <Field
              id={size.id}
              type="number"
              label="Singers"
              defaultValue="900"
              problem={size.text}
            />
            <Button>Book the hall</Button>
          </Stack>
        </form>
      );
    },
  },
];
