import type { Example } from '../examples.ts';
import { BigCall, Contact, Contacts, Ways } from './contact.tsx';

export const examples: Example[] = [
  { name: 'The one number that comes first', render: () => <BigCall phone="01632 960000" /> },
  {
    name: 'Ways to reach somebody',
    render: () => (
      <Ways
        ways={[
          { kind: 'phone', value: '01632 960001' },
          { kind: 'text', value: '01632960001', label: 'Text BEANS to 01632 960001' },
          { kind: 'web', value: 'https://garden.example' },
          { kind: 'email', value: `${'beans'.repeat(9)}@garden.example` },
        ]}
      />
    ),
  },
  {
    name: 'A few, one of them without any way',
    render: () => (
      <Contacts>
        <Contact
          name="Mira Bell"
          note="Knows when to plant beans."
          ways={[{ kind: 'phone', value: '01632 960002' }]}
        >
          <p>In the garden on Thursdays.</p>
        </Contact>
        <Contact name={'Gardener'.repeat(8)} ways={[]} />
      </Contacts>
    ),
  },
];
