import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Contact, Contacts, type Way } from '#app/components/contact/contact.tsx';
import type { StaffFacts } from './staff-notice.tsx';

/** Who answers. Names and numbers are those of the reader's own organisation, or there are none. */
export function WhomToAsk({ facts }: { facts: StaffFacts }) {
  const { t } = useTranslation(['privacyNotice', 'organisation']);
  const { contacts, mayRunIt } = facts;
  const organisation = facts.organisation ?? t('yourOrganisation');
  return (
    <Card title={t('staff.ask.title')}>
      <p>{t('staff.ask.answers', { organisation })}</p>
      <p>{t('staff.ask.who')}</p>
      {contacts.length > 0 && (
        <>
          <p>{t('staff.ask.contacts', { organisation })}</p>
          <Contacts>
            {contacts.map(({ slot, name, ...ways }) => (
              <Contact
                key={slot}
                name={<bdi>{name}</bdi>}
                note={t(`organisation:slots.${slot}.name`)}
                ways={waysOf(ways)}
              />
            ))}
          </Contacts>
        </>
      )}
      {mayRunIt && (
        <p>
          <a href="/organisation/privacy">{t('staff.ask.run')}</a>
        </p>
      )}
    </Card>
  );
}

function waysOf(reach: Pick<StaffFacts['contacts'][number], 'phone' | 'email'>): Way[] {
  return (['phone', 'email'] as const).flatMap((kind) => {
    const value = reach[kind];
    return value ? [{ kind, value }] : [];
  });
}
