import type { SerializeFrom } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Contact, Contacts } from '#app/components/contact/contact.tsx';
import { Ideas } from '#app/components/text/blocks.tsx';
import type { loader } from './route.tsx';

type Loaded = SerializeFrom<typeof loader>;
type LocalPeopleProps = { local: NonNullable<Loaded['local']>; called: Loaded['called'] };

/** The people nearest to somebody, by name. */
export function LocalPeople({ local: { organisation, people }, called }: LocalPeopleProps) {
  const { t } = useTranslation('help');
  // A lead who has left is not listed, and is not asked for.
  const hasLead = people.some(({ slot }) => slot === 'dsl');
  return (
    <Card title={t('school.title', { organisation })}>
      <Ideas text={t(hasLead ? 'school.text' : 'staff.text', called)} />
      <Contacts>
        {people.map(({ slot, label, name, phone }) => (
          <Contact
            key={slot}
            name={<bdi>{name}</bdi>}
            note={label}
            ways={phone ? [{ kind: 'phone', value: phone }] : []}
          />
        ))}
      </Contacts>
    </Card>
  );
}
