import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Aside, Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { countOf, listApprovals } from '#app/modules/approvals/list.server.ts';
import { mayApprove, mayReview } from '#app/modules/approvals/policy.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { Lines } from './lines.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'approvals.view');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const lines = await listApprovals(services, session, locale);
  const { name, isDemo } = session.organisation;
  return {
    title: wordsIn(locale, 'organisation')('approvals.title'),
    organisation: { name, isDemo },
    lines,
    counts: countOf(lines),
    may: { review: mayReview(session), approve: mayApprove(session) },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide' };

export default function ApprovalsPage() {
  const { t } = useTranslation('organisation');
  const { organisation, lines, counts, may } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('approvals.title')}</h1>
      <Lead>{t('approvals.lead', { organisation: organisation.name })}</Lead>
      <p>
        <strong>{t('approvals.count', { approved: counts.approved, count: counts.of })}</strong>{' '}
        {t(may.approve ? 'approvals.toDo' : 'approvals.onlyLeads')}
      </p>
      <Lines lines={lines} mayReview={may.review} />
      <Aside>
        {t('approvals.why')} {t(organisation.isDemo ? 'approvals.demo' : 'approvals.counts')}
      </Aside>
      <p>
        <a href="/organisation">{t('back')}</a>
      </p>
    </>
  );
}
