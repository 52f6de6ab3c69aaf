import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { CodeList, QrCode } from '#app/components/secret/secret.tsx';
import { AppCode } from './app-code.tsx';
import type { Stage } from './route.tsx';

/** The key for the app, the codes for the day it is lost, and the first code, which proves it arrived. */
export function Confirm({ stage: { uri, qr, codes, held, isWrong } }: { stage: Stage }) {
  const { t } = useTranslation('access');
  const key = URL.canParse(uri) ? new URL(uri).searchParams.get('secret') : null;
  return (
    <form method="post">
      <Stack>
        <p>{t('second.scan')}</p>
        <QrCode src={qr} alt={t('second.scanAlt')} />
        <p>
          {t('second.key')}: <code>{key?.replaceAll(/(.{4})/g, '$1 ')}</code>
        </p>
        <CodeList label={t('second.codes')} codes={codes} />
        <p>{t('second.codesText')}</p>
        <AppCode label={t('second.code')} problem={isWrong ? t('second.wrongCode') : undefined} />
        <input type="hidden" name="uri" value={uri} />
        <input type="hidden" name="codes" value={codes.join(' ')} />
        <input type="hidden" name="held" value={held} />
        <Row>
          <Button name="intent" value="confirm">
            {t('second.confirm')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
