import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { LinedList } from '#app/components/lined-list/lined-list.tsx';
import { Ideas, PhoneLink } from '#app/components/text/blocks.tsx';
import type { Support as SupportData } from '#app/modules/attempts/support.server.ts';
import type { HelpRoute } from '#app/modules/help/routes.server.ts';

/** Every ending asks, and says whom to tell today: the emergency first, then who is nearest. */
export function Support({ support }: { support: SupportData }) {
  const { t } = useTranslation('play');
  const { track, emergency, people, routes } = support;
  return (
    <Card id="support" title={t(`support.titles.${track}`)}>
      <Ideas text={t(`support.texts.${track}`)} />
      <LinedList>
        {emergency.map((route) => (
          <li key={route.id}>
            <p>
              <strong>{t(`support.emergency.${track}`)}</strong>: <WaysOf route={route} />
            </p>
          </li>
        ))}
        {people.map((person) => (
          <li key={person.slot}>
            <Person {...person} />
          </li>
        ))}
        {routes.map((route) => (
          <li key={route.id}>
            <p>
              <strong>{route.name}</strong>: <WaysOf route={route} />
            </p>
            <p>{route.when}</p>
          </li>
        ))}
      </LinedList>
      <Ideas text={t(`support.self.${track}`)} />
      <p>
        <a href="/help">{t('support.more')}</a>
      </p>
    </Card>
  );
}

function Person({ label, name, phone }: SupportData['people'][number]) {
  const { t } = useTranslation('play');
  return (
    <p>
      <strong>{label}</strong>: {name ? <bdi>{name}</bdi> : t('support.notSet')}
      {phone && (
        <>
          , <PhoneLink phone={phone} />
        </>
      )}
    </p>
  );
}

/** One way is enough here: to ring where that is possible. */
function WaysOf({ route: { phone, text, web, email } }: { route: HelpRoute }) {
  const { t } = useTranslation('help');
  if (phone) return <PhoneLink phone={phone} />;
  if (text)
    return (
      <a href={`sms:${text.number}`}>
        {text.word ? t('text.word', { ...text, word: text.word }) : t('text.plain', text)}
      </a>
    );
  if (web)
    return (
      <a href={web} rel="noreferrer">
        {web.replace('https://', '')}
      </a>
    );
  return email && <a href={`mailto:${email}`}>{email}</a>;
}
