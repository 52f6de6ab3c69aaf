import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Field } from '#app/components/field/field.tsx';
import { Stack } from '#app/components/layout/layout.tsx';
import type { Verification } from '#app/modules/records/verify-certificate.server.ts';

type CodeFormProps = { typed: string; result: Verification['result'] | null };

/** One field. What was typed stays in it where there is something to mend. */
export function CodeForm({ typed, result }: CodeFormProps) {
  const { t } = useTranslation('certificate');
  const isToMend = result === 'unknown' || result === 'unreadable';
  const heading = isToMend ? t('verify.tryAgain') : t('verify.another');
  return (
    <Card title={result ? heading : undefined}>
      <form method="get" action="/verify">
        <Stack>
          <Field
            id="code"
            label={t('verify.field')}
            hint={t('verify.hint')}
            defaultValue={isToMend ? typed : ''}
            maxLength={100}
            isCode
            isRequired
            problemId={isToMend ? 'result' : undefined}
          />
          <Button>{t('verify.submit')}</Button>
        </Stack>
      </form>
    </Card>
  );
}
