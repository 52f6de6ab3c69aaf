import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { OnScreen, Row, Stack } from '#app/components/layout/layout.tsx';
import { CodeList, QrCode } from '#app/components/secret/secret.tsx';
import { AppCode } from './app-code.tsx';
import type { Stage } from './route.tsx';
import { trySaid } from './try-said.ts';

/** The key for the app, the codes for the day it is lost, and the first code, which proves it arrived. */
export function Confirm({ stage: { uri, qr, codes, held, problem } }: { stage: Stage }) {
  const { t } = useTranslation('access');
  const key = URL.canParse(uri) ? new URL(uri).searchParams.get('secret') : null;
  const said = problem ? t(trySaid(problem, 'second.wrongCode')) : undefined;
  return (
    <Stack>
      <OnScreen>
        <p>{t('second.scan')}</p>
        <QrCode src={qr} alt={t('second.scanAlt')} />
        <p>
          {t('second.key')}: <code>{key?.replaceAll(/(.{4})/g, '$1 ')}</code>
        </p>
      </OnScreen>
      <CodeList label={t('second.codes')} codes={codes} />
      <p>{t('second.codesText')}</p>
      <form method="post">
        <Stack>
          <AppCode label={t('second.code')} problem={said} />
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
    </Stack>
  );
}
