import { block, contacts } from '../example-data.ts';
import type { Example } from '../examples.ts';
import { BlockList, Blocks, IdeaList, Ideas, PhoneLink } from './blocks.tsx';
import { Aside, Hidden, Kicker, Lead, Leading, Soft } from './text.tsx';

export const examples: Example[] = [
  { name: 'Lead', render: () => <Lead>A garden behind the library, for whoever likes soil.</Lead> },
  {
    name: 'Lead of two paragraphs',
    render: () => (
      <Leading>
        <p>A garden behind the library, for whoever likes soil.</p>
        <p>It has eleven beds and a pond.</p>
      </Leading>
    ),
  },
  { name: 'Aside', render: () => <Aside>The pond is deeper than it looks.</Aside> },
  { name: 'Kicker', render: () => <Kicker>Part one: spring</Kicker> },
  {
    name: 'Soft part of a line',
    render: () => (
      <p>
        Eleven beds <Soft>and a pond</Soft>
      </p>
    ),
  },
  {
    name: 'Words for those who listen',
    render: () => (
      <p>
        Open<Hidden>: the gate of the garden</Hidden>
      </p>
    ),
  },
  {
    name: 'Words of a scenario, with contacts',
    render: () => (
      <Blocks
        blocks={[
          block('Ask ', contacts.name, ', or ring ', contacts.phone, ' before noon.'),
          block('Write to ', contacts.email, ', or see ', contacts.unset, '.'),
          block('It is a good day for beans.'),
        ]}
      />
    ),
  },
  {
    name: 'Words of the interface, usual and easy',
    render: () => (
      <>
        <Ideas text="Water the beans in the evening, at the root." />
        <Ideas text="Beans can wait." look="aside" />
        <Ideas text={'[droplet] Water the beans.\n[sunset] Do it in the evening.'} />
      </>
    ),
  },
  {
    name: 'Lists of ideas',
    render: () => (
      <>
        <BlockList blocks={[block('Beans climb.'), block('Peas do too.')]} />
        <IdeaList lines={['[bucket] Beans climb.', '[sunrise] Peas do too.']} />
      </>
    ),
  },
  {
    name: 'A number to ring',
    render: () => (
      <p>
        <PhoneLink phone="01632 960002" />
      </p>
    ),
  },
];
