import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { MailTrouble, Overview } from '#app/modules/organisation/overview.server.ts';
import type { loader } from './route.tsx';

/** What needs doing, or that nothing does. */
export function Needs({ view }: { view: Overview }) {
  const { t } = useTranslation('organisation');
  const { gaps, mail, routes } = view;
  const isGap = gaps !== null && gaps.length > 0;
  const toConfirm = routes ? routes.unconfirmed + routes.old : 0;
  const toApprove = waitingIn(view);
  const words = gaps ? 'needs.none' : 'needs.notYours';
  if (!isGap && !mail && toConfirm === 0 && toApprove === 0)
    return (
      <Notice tone="good" title={t(`${words}.title`)}>
        <p>{t(`${words}.text`)}</p>
      </Notice>
    );
  return (
    <Stack>
      {mail?.waiting && <Waiting waiting={mail.waiting} />}
      {mail && mail.refused.length > 0 && <Refused people={mail.refused} />}
      {isGap && (
        <Notice tone="care" title={t('needs.title', { count: gaps.length })}>
          <p>{t('needs.text')}</p>
          <p>
            <ButtonLink href="/organisation/contacts">{t('needs.go')}</ButtonLink>
          </p>
        </Notice>
      )}
      {routes && toConfirm > 0 && (
        <Notice tone="care" title={t('needs.routes.title', { count: toConfirm, of: routes.of })}>
          <p>{t('needs.routes.text')}</p>
          <p>
            <ButtonLink href="/organisation/routes">{t('needs.routes.go')}</ButtonLink>
          </p>
        </Notice>
      )}
      {view.approvals && toApprove > 0 && (
        <Notice
          tone="care"
          title={t('needs.approvals.title', { count: toApprove, of: view.approvals.of })}
        >
          <p>{t('needs.approvals.text')}</p>
          <p>
            <ButtonLink href="/organisation/approvals">{t('needs.approvals.go')}</ButtonLink>
          </p>
        </Notice>
      )}
    </Stack>
  );
}

/** How many scenarios wait for whoever signs them. */
function waitingIn({ approvals, mayApprove }: Overview): number {
  return approvals && mayApprove ? approvals.of - approvals.approved : 0;
}

/** Messages that have not gone out, and are tried again. */
function Waiting({ waiting }: { waiting: NonNullable<MailTrouble['waiting']> }) {
  const { t } = useTranslation('organisation');
  const { timeZone } = useLoaderData<typeof loader>();
  const { timeAt } = useDates(timeZone);
  const { count, since, why } = waiting;
  return (
    <Notice tone="care" title={t('mail.waiting', { count, since: timeAt(since) })}>
      <p>{t('mail.why', { why })}</p>
      <p>{t('mail.do')}</p>
    </Notice>
  );
}

/** People whose invitation no mail server takes. */
function Refused({ people }: { people: MailTrouble['refused'] }) {
  const { t } = useTranslation('organisation');
  return (
    <Notice tone="care" title={t('mail.refused', { count: people.length })}>
      <p>{t('mail.refusedText')}</p>
      <ul>
        {people.map(({ id, name }) => (
          <li key={id}>
            <a href={`/people/${id}`}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
