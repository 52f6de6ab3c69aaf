import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { LinedList } from '#app/components/lined-list/lined-list.tsx';
import { PhoneLink } from '#app/components/text/blocks.tsx';
import type { ContactValues } from '#app/modules/scenarios/wording.server.ts';
import type { Track } from '#scenarios/kit/vocabulary.ts';

const staffSlots = ['dsl', 'deputyDsl'] as const;

/** Every ending asks, and says whom to tell today. */
export function Support({ contacts, track }: { contacts: ContactValues; track: Track }) {
  const { t } = useTranslation('play');
  return (
    <Card id="support" title={t('support.title')}>
      <p>{t('support.text')}</p>
      <LinedList>
        {track === 'staff' &&
          staffSlots.map((slot) => {
            const { name, phone } = contacts[slot] ?? {};
            return (
              <li key={slot}>
                <p>
                  <strong>{t(`contactLabels.${slot}`)}</strong>:{' '}
                  {name ? <bdi>{name}</bdi> : t('support.notSet')}
                  {phone && (
                    <>
                      , <PhoneLink phone={phone} />
                    </>
                  )}
                </p>
              </li>
            );
          })}
        <li>
          <p>
            <strong>{t('contactLabels.emergency')}</strong>: <PhoneLink phone="999" />
          </p>
        </li>
      </LinedList>
      <p>{t('support.self')}</p>
      <p>
        <a href="/help">{t('support.more')}</a>
      </p>
    </Card>
  );
}
