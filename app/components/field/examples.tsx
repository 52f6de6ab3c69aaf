import { Button } from '../button/button.tsx';
import type { Example } from '../examples.ts';
import { Row } from '../layout/layout.tsx';
import { CheckField, CheckFields, Field, Fields, RadioFields, SelectField } from './field.tsx';

const flowers = [
  { value: 'daisy', label: 'Daisy' },
  { value: 'cowslip', label: 'Cowslip' },
  { value: 'forget-me-not', label: 'Forget-me-not, the small blue one by the pond' },
];

export const examples: Example[] = [
  { name: 'Text', render: () => <Field id="example-text" label="Your favourite flower" /> },
  {
    name: 'Text with a hint',
    render: () => (
      <Field id="example-hint" label="Name of the garden" hint="As it stands on the gate." />
    ),
  },
  {
    name: 'Text that came back',
    render: () => (
      <Field
        id="example-filled"
        label="Who waters the beans"
        defaultValue="Mira, and Tom on Fridays when Mira has choir practice"
      />
    ),
  },
  {
    name: 'A code off paper',
    render: () => (
      <Field
        id="example-code"
        label="Code of the seed packet"
        hint="Letters and digits; capitals do not matter."
        defaultValue="bean-0o1l"
        maxLength={24}
        isCode
      />
    ),
  },
  {
    name: 'A date',
    render: () => (
      <Field
        id="example-date"
        type="date"
        label="Day of planting"
        defaultValue="2026-03-21"
        max="2026-12-31"
      />
    ),
  },
  {
    name: 'One of a list',
    render: () => (
      <SelectField
        id="example-select"
        label="Flower for the door"
        defaultValue="cowslip"
        options={flowers}
      />
    ),
  },
  {
    name: 'One of a list, or none of it',
    render: () => (
      <SelectField
        id="example-any"
        label="Flower to look for"
        hint="Leave it to see all of them."
        any="All flowers"
        defaultValue=""
        options={flowers}
      />
    ),
  },
  {
    name: 'Text with something to mend',
    render: () => (
      <Field
        id="example-mend"
        label="Name of the pond"
        hint="As the ducks know it."
        defaultValue="12345"
        problem="Write its name in letters."
      />
    ),
  },
  {
    name: 'An address for mail',
    render: () => (
      <Field
        id="example-mail"
        type="email"
        label="Where the choir list goes"
        autoComplete="email"
      />
    ),
  },
  {
    name: 'A telephone',
    render: () => (
      <Field id="example-tel" type="tel" label="Telephone of the greenhouse" inputMode="tel" />
    ),
  },
  {
    name: 'A figure',
    render: () => (
      <Field
        id="example-number"
        type="number"
        label="Bulbs in the box"
        defaultValue="40"
        min="1"
        max="200"
        inputMode="numeric"
      />
    ),
  },
  {
    name: 'A secret',
    render: () => (
      <Field
        id="example-secret"
        type="password"
        label="Word for the shed door"
        autoComplete="current-password"
      />
    ),
  },
  {
    name: 'One of a list, with something to mend',
    render: () => (
      <SelectField
        id="example-select-mend"
        label="Flower for the gate"
        any="Choose one"
        defaultValue=""
        options={flowers}
        problem="Choose a flower."
      />
    ),
  },
  {
    name: 'Yes or no',
    render: () => (
      <CheckField
        id="example-check"
        label="Water the beans on Fridays too"
        hint="Mira does it on the other days."
        defaultChecked
      />
    ),
  },
  {
    name: 'One of a few',
    render: () => (
      <RadioFields
        legend="When shall we plant?"
        name="example-when"
        defaultValue="spring"
        options={[
          { value: 'spring', label: 'In spring', hint: 'When the frost is over.' },
          { value: 'autumn', label: 'In autumn' },
        ]}
      />
    ),
  },
  {
    name: 'One of a few, with something to mend',
    render: () => (
      <RadioFields
        legend="Who brings the spades?"
        name="example-who"
        hint="There are four of them."
        problem="Choose who brings them."
        options={[
          { value: 'tom', label: 'Tom' },
          { value: 'mira', label: 'Mira' },
        ]}
      />
    ),
  },
  {
    name: 'Any of a few',
    isWide: true,
    render: () => (
      <CheckFields
        legend="Leave out beds with …"
        name="example-without"
        defaultValues={['cowslip']}
        options={flowers}
      />
    ),
  },
  {
    name: 'An address to copy',
    render: () => (
      <Field
        id="example-address"
        label="Where the garden’s diary is"
        hint="It changes every week."
        defaultValue={`https://garden.example/${'diary/'.repeat(12)}`}
        isReadOnly
      />
    ),
  },
  {
    name: 'Side by side, with the button that sends them',
    isWide: true,
    render: () => (
      <form action="#component-field">
        <Fields>
          <Field id="example-bed" label="Bed" />
          <SelectField
            id="example-flower"
            label="Flower"
            any="Any"
            defaultValue=""
            options={flowers}
          />
          <Field id="example-day" type="date" label="Since" />
          <Row>
            <Button>Show the beds</Button>
          </Row>
        </Fields>
      </form>
    ),
  },
];
