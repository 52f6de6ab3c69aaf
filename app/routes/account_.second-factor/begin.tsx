import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { OwnPassword } from './own-password.tsx';
import type { loader } from './route.tsx';

/** Before anything is shown: a password, so that it is its owner who begins. */
export function Begin({ isWrong }: { isWrong: boolean }) {
  const { t } = useTranslation('access');
  const { hasPassword } = useLoaderData<typeof loader>();
  return (
    <form method="post">
      <Stack>
        {hasPassword && <OwnPassword isWrong={isWrong} />}
        <Row>
          <Button name="intent" value="start">
            {t('second.start')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
