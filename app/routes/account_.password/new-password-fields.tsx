import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/field/field.tsx';
import type { PasswordProblem } from '#app/modules/access/new-password.ts';

type Props = {
  /** What a password manager keeps the password under. */
  login: string;
  problem?: PasswordProblem;
};

/** A new password, twice. */
export function NewPasswordFields({ login, problem }: Props) {
  const { t } = useTranslation('access');
  return (
    <>
      <input type="hidden" name="username" value={login} autoComplete="username" />
      <Field
        id="password"
        type="password"
        label={t('newPassword.label')}
        hint={t('newPassword.hint')}
        problem={problem && t(`newPassword.${problem}`)}
        maxLength={128}
        autoComplete="new-password"
        isRequired
      />
      <Field
        id="again"
        type="password"
        label={t('newPassword.again')}
        maxLength={128}
        autoComplete="new-password"
        isRequired
      />
    </>
  );
}
