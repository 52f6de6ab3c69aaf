import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/field/field.tsx';

type Props = { id?: 'password' | 'current'; problem?: string };

/** The password that one signs in with; the current one, where another is to take its place. */
export function OwnPassword({ id = 'password', problem }: Props) {
  const { t } = useTranslation('access');
  return (
    <Field
      id={id}
      type="password"
      label={id === 'current' ? t('password.current') : t('second.password')}
      hint={t('second.passwordHint')}
      problem={problem}
      maxLength={128}
      autoComplete="current-password"
      isRequired
    />
  );
}
