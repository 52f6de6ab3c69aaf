import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Facts } from '#app/components/facts/facts.tsx';
import type { loader } from './route.tsx';

/** How somebody signs in, each part with the way to change it. */
export function How() {
  const { t } = useTranslation('access');
  const { account, isDemo } = useLoaderData<typeof loader>();
  const { email, username, hasPassword, hasSecondFactor } = account;
  // A demo person signs in by no way of their own.
  if (isDemo) return null;
  const password = (
    <>
      {hasPassword ? t('account.how.passwordSet') : t('account.how.passwordNone')}{' '}
      <a href="/account/password">{hasPassword ? t('account.how.change') : t('account.how.set')}</a>
    </>
  );
  const second = (
    <>
      {hasSecondFactor ? t('account.how.secondOn') : t('account.how.secondOff')}{' '}
      <a href="/account/second-factor">
        {hasSecondFactor ? t('account.how.secondChange') : t('account.how.secondSet')}
      </a>
    </>
  );
  const names = [
    { key: 'email', label: t('account.how.email'), value: email },
    { key: 'username', label: t('account.how.username'), value: username },
  ].filter(({ value }) => value !== null);
  return (
    <Card title={t('account.how.title')}>
      <Facts
        facts={[
          ...names,
          { key: 'password', label: t('account.how.password'), value: password },
          { key: 'second', label: t('account.how.second'), value: second },
        ]}
      />
    </Card>
  );
}
