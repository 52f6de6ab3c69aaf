import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Row } from '#app/components/layout/layout.tsx';
import { signInAgain } from '#app/modules/access/with-next.ts';

/** Whoever changes how they sign in shows first that it is them, and comes back. */
export function Again({ next }: { next: string }) {
  const { t } = useTranslation('access');
  return (
    <>
      <p>{t('password.again')}</p>
      <Row>
        <ButtonLink href={signInAgain(next)}>{t('password.signIn')}</ButtonLink>
      </Row>
    </>
  );
}
