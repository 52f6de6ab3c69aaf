import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Stack } from '#app/components/layout/layout.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { Parts } from '../privacy/parts.tsx';

export function ParentsNotice() {
  const { t } = useTranslation('privacyNotice');
  return (
    <>
      <Lead>{t('parents.lead')}</Lead>
      <Stack>
        <Parts parts={t('parents.parts', { returnObjects: true })} />
        <Card title={t('parents.help.title')}>
          <p>{t('parents.help.text')}</p>
          <ButtonLink href="/help?from=/privacy/parents">{t('parents.help.go')}</ButtonLink>
        </Card>
      </Stack>
    </>
  );
}
