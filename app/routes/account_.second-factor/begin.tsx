import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import type { TryProblem } from '#app/modules/access/account.server.ts';
import { OwnPassword } from './own-password.tsx';
import type { loader } from './route.tsx';
import { trySaid } from './try-said.ts';

/** Before anything is shown: a password, so that it is its owner who begins. */
export function Begin({ problem }: { problem: TryProblem | null }) {
  const { t } = useTranslation('access');
  const { hasPassword } = useLoaderData<typeof loader>();
  const said = problem ? t(trySaid(problem, 'second.wrongPassword')) : undefined;
  return (
    <form method="post">
      <Stack>
        {hasPassword && <OwnPassword problem={said} />}
        <Row>
          <Button name="intent" value="start">
            {t('second.start')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
