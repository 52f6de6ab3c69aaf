import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Field } from '#app/components/field/field.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { OwnPassword } from './own-password.tsx';
import type { loader } from './route.tsx';

/** Where it is on already: new recovery codes. */
export function Kept({ isWrong }: { isWrong: boolean }) {
  const { t } = useTranslation('access');
  const { hasPassword } = useLoaderData<typeof loader>();
  return (
    <form method="post">
      <Stack>
        <p>{t('second.on')}</p>
        {hasPassword && <OwnPassword />}
        <Field
          id="code"
          label={t('code.label')}
          hint={t('second.codeHint')}
          problem={isWrong ? t('second.notMade') : undefined}
          inputMode="numeric"
          maxLength={10}
          autoComplete="one-time-code"
          isRequired
        />
        <Row>
          <Button name="intent" value="codes">
            {t('second.newCodes')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
