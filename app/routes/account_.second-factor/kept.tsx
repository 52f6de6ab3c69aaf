import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#app/components/button/button.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import type { TryProblem } from '#app/modules/access/account.server.ts';
import { AppCode } from './app-code.tsx';
import { OwnPassword } from './own-password.tsx';
import type { loader } from './route.tsx';
import { trySaid } from './try-said.ts';

/** Where it is on already: new recovery codes, or another phone. */
export function Kept({ problem }: { problem: TryProblem | null }) {
  const { t } = useTranslation('access');
  const { hasPassword } = useLoaderData<typeof loader>();
  const said = problem ? t(trySaid(problem, 'second.notMade')) : undefined;
  return (
    <Stack>
      <form method="post">
        <Stack>
          <p>{t('second.on')}</p>
          {hasPassword && <OwnPassword />}
          <AppCode label={t('code.label')} problem={said} />
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
