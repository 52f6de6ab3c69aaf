import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Row } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Aside } from '#app/components/text/text.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { loader } from './route.tsx';

/** Whether somebody can sign in, and what may be done so that they can. */
export function SignIn() {
  const { t } = useTranslation('people');
  const { person, may, isGuarded, press } = useLoaderData<typeof loader>();
  return (
    <Card title={t('signIn.title')}>
      <State />
      <Undelivered />
      {person.standing === 'never' ? (
        <p>{t('signIn.never')}</p>
      ) : may.letIn ? (
        <form method="post">
          <input type="hidden" name="press" value={press} />
          <Ways />
        </form>
      ) : null}
      {!may.change && <Aside>{t(isGuarded ? 'signIn.guarded' : 'signIn.notYours')}</Aside>}
    </Card>
  );
}

function State() {
  const { t } = useTranslation('people');
  const { person, account, invitation, timeZone } = useLoaderData<typeof loader>();
  const { dateAt } = useDates(timeZone);
  const { name } = person;
  if (account?.login) {
    const { code } = account;
    const says = !code ? 'signIn.hasName' : code.isOver ? 'signIn.codeOver' : 'signIn.codeWaits';
    return (
      <p>
        {t(says, { name, until: code ? dateAt(code.until) : '' })} <bdi>{account.login}</bdi>
      </p>
    );
  }
  if (account) return <p>{t('signIn.has', { name })}</p>;
  return (
    <p>
      {invitation
        ? t('signIn.invited', {
            date: dateAt(invitation.sentAt),
            until: dateAt(invitation.until),
          })
        : t('signIn.none', { name })}
    </p>
  );
}

/** An invitation that was sent and has not gone out: why, and the way round. */
function Undelivered() {
  const { t } = useTranslation('people');
  const { letter, invitation, may } = useLoaderData<typeof loader>();
  if (!letter || !invitation) return null;
  const words = letter.isOver ? ('refused' as const) : ('waits' as const);
  return (
    <Notice tone="care" title={t(`letter.${words}.title`)}>
      <p>{letter.why}</p>
      {may.letIn && <p>{t(`letter.${words}.text`)}</p>}
    </Notice>
  );
}

function Ways() {
  const { person, account } = useLoaderData<typeof loader>();
  if (account) return <WaysBack />;
  return person.email ? <ToInvite /> : <Way intent="code" words="signIn.code" />;
}

function ToInvite() {
  const { invitation, hasMail } = useLoaderData<typeof loader>();
  return (
    <Row>
      <Way
        intent="invite"
        words={invitation ? 'signIn.again' : hasMail ? 'signIn.invite' : 'signIn.inviteByHand'}
      />
      {hasMail && <Way intent="link" words="signIn.inviteByHand" isQuiet />}
      {invitation && <Way intent="withdraw" words="signIn.withdraw" isQuiet />}
    </Row>
  );
}

/** For somebody who can sign in and has lost the way. */
function WaysBack() {
  const { t } = useTranslation('people');
  const { account, may, hasMail } = useLoaderData<typeof loader>();
  const mayRemove = account?.hasSecondFactor && may.removeSecondFactor;
  return (
    <>
      <Row>
        {(account?.isByCode || !hasMail) && <Way intent="code" words="signIn.newCode" isQuiet />}
        {mayRemove && <Way intent="second-factor" words="signIn.removeSecond" isQuiet />}
      </Row>
      {mayRemove && <Aside>{t('signIn.removeSecondText')}</Aside>}
    </>
  );
}

type WayProps = {
  intent: string;
  words:
    | 'signIn.invite'
    | 'signIn.inviteByHand'
    | 'signIn.again'
    | 'signIn.withdraw'
    | 'signIn.code'
    | 'signIn.newCode'
    | 'signIn.removeSecond';
  isQuiet?: boolean;
};

function Way({ intent, words, isQuiet = false }: WayProps) {
  const { t } = useTranslation('people');
  return (
    <Button name="intent" value={intent} look={isQuiet ? 'quiet' : 'main'}>
      {t(words)}
    </Button>
  );
}
