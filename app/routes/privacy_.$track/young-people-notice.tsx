import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { BigCall, type Way, Ways } from '#app/components/contact/contact.tsx';
import { Stack } from '#app/components/layout/layout.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { Parts } from '../privacy/parts.tsx';

type Props = {
  emergency: string | null;
  childline: { phone: string | null; web: string | null } | null;
};

export function YoungPeopleNotice({ emergency, childline }: Props) {
  const { t } = useTranslation('privacyNotice');
  return (
    <>
      <Lead>{t('young-people.lead')}</Lead>
      <p>{t('young-people.text')}</p>
      <Stack>
        <Parts parts={t('young-people.parts', { returnObjects: true })} />
        <Card title={t('young-people.help.title')}>
          <p>{t('young-people.help.text')}</p>
          {childline && <Ways ways={waysOf(childline)} />}
          {emergency && (
            <>
              <p>{t('young-people.help.danger')}</p>
              <BigCall phone={emergency} />
            </>
          )}
          <ButtonLink href="/help?from=/privacy/young-people" look="quiet">
            {t('young-people.help.go')}
          </ButtonLink>
        </Card>
      </Stack>
    </>
  );
}

function waysOf(route: NonNullable<Props['childline']>): Way[] {
  return (['phone', 'web'] as const).flatMap((kind) => {
    const value = route[kind];
    return value ? [{ kind, value }] : [];
  });
}
