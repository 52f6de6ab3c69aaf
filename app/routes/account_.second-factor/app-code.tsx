import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/field/field.tsx';

/** Six digits that the app shows now; no recovery code stands in for them. */
export function AppCode({ label, problem }: { label: string; problem?: string }) {
  const { t } = useTranslation('access');
  return (
    <Field
      id="code"
      label={label}
      hint={t('second.codeHint')}
      problem={problem}
      inputMode="numeric"
      maxLength={10}
      autoComplete="one-time-code"
      isRequired
    />
  );
}
