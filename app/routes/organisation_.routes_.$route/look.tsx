import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { type Fact, Facts } from '#app/components/facts/facts.tsx';
import { Aside } from '#app/components/text/text.tsx';
import type { PresentedLine } from '#app/modules/help/present-line.server.ts';

/** Where to look, and what to hold against it. */
export function Look({ line }: { line: PresentedLine }) {
  const { t } = useTranslation('organisation');
  const { page, isPageApart } = line;
  const facts = useRouteFacts(line);
  return (
    <Card title={t('routes.look.title')}>
      {page ? (
        <>
          <p>
            <ButtonLink href={page} look="quiet">
              {t('routes.look.go', { address: page.replace('https://', '') })}
            </ButtonLink>
          </p>
          {isPageApart && <p>{t('routes.look.care')}</p>}
        </>
      ) : (
        <p>{t('routes.look.lookUp')}</p>
      )}
      <p>{t('routes.look.text')}</p>
      <Facts facts={facts} />
      <Aside>
        {t('routes.facts.source')}: {line.source}
      </Aside>
    </Card>
  );
}

/** What its own page says, if it is right. */
function useRouteFacts(line: PresentedLine): Fact[] {
  const { t, i18n } = useTranslation(['organisation', 'common', 'help']);
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const { own, option, under, hours } = line;
  const { text } = own;
  const values = {
    name: line.name,
    phone: own.phone,
    option: option?.toString(),
    text:
      text && (text.word ? t('help:text.word', { ...text }) : t('help:text.plain', { ...text })),
    web: own.web?.replace('https://', ''),
    email: own.email,
    via: own.via,
    under: under?.toString(),
    hours: hours && t(`routes.hours.${hours}`),
    audience: line.audience.map((track) => t(`common:tracks.${track}.short`)).join(', '),
    nations: list.format(line.nations.map((nation) => t(`settings.nations.${nation}`))),
  };
  return Object.entries(values).flatMap(([key, value]) =>
    value ? [{ key, label: t(`routes.facts.${key as keyof typeof values}`), value }] : [],
  );
}
