import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/field/field.tsx';

/** The password that one signs in with. */
export function OwnPassword({ isWrong = false }: { isWrong?: boolean }) {
  const { t } = useTranslation('access');
  return (
    <Field
      id="password"
      type="password"
      label={t('second.password')}
      hint={t('second.passwordHint')}
      problem={isWrong ? t('second.wrongPassword') : undefined}
      maxLength={128}
      autoComplete="current-password"
      isRequired
    />
  );
}
