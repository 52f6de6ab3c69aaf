import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#app/components/button/button.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { AppCode } from './app-code.tsx';
import { OwnPassword } from './own-password.tsx';
import type { loader } from './route.tsx';

/** Where it is on already: new recovery codes, or another phone. */
export function Kept({ isWrong }: { isWrong: boolean }) {
  const { t } = useTranslation('access');
  const { hasPassword } = useLoaderData<typeof loader>();
  return (
    <Stack>
      <form method="post">
        <Stack>
          <p>{t('second.on')}</p>
          {hasPassword && <OwnPassword />}
          <AppCode label={t('code.label')} problem={isWrong ? t('second.notMade') : undefined} />
          <Row>
            <Button name="intent" value="codes">
              {t('second.newCodes')}
            </Button>
          </Row>
        </Stack>
      </form>
      <p>{t('second.moveText')}</p>
      <Row>
        <ButtonLink href="/account/second-factor?move" look="quiet">
          {t('second.move')}
        </ButtonLink>
      </Row>
    </Stack>
  );
}
