import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#app/components/button/button.tsx';
import { OnScreen, Row } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import type { loader } from './route.tsx';

/** Who has no way in yet, and how they get one: by mail, or by slips where no mail reaches them. */
export function Uninvited() {
  const { t } = useTranslation('people');
  const { uninvited, hasMail, press } = useLoaderData<typeof loader>();
  if (!uninvited) return null;
  const { withEmail, withoutEmail } = uninvited;
  const byMail = hasMail ? withEmail : 0;
  const byHand = withEmail + withoutEmail - byMail;
  if (byMail + byHand === 0) return null;
  return (
    <OnScreen>
      {byMail > 0 && (
        <form method="post">
          <input type="hidden" name="press" value={press} />
          <Row>
            <Button look="quiet">{t('inviteAll', { count: byMail })}</Button>
          </Row>
        </form>
      )}
      {byHand > 0 && (
        <Notice title={hasMail ? t('byHand.noEmail', { count: byHand }) : t('byHand.noMail')}>
          <p>{hasMail ? t('byHand.noEmailText') : t('byHand.noMailText', { count: byHand })}</p>
          <Row>
            <ButtonLink href="/people/slips" look="quiet">
              {t('byHand.go')}
            </ButtonLink>
          </Row>
        </Notice>
      )}
    </OnScreen>
  );
}
