import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Section, Stack } from '#app/components/layout/layout.tsx';
import { Aside, Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { listOwnRecords } from '#app/modules/records/own-records.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { Completed } from './completed.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { OpenAttempts } from './open-attempts.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'attempts.play');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const { isDemo, timeZone } = session.organisation;
  return {
    title: wordsIn(locale, 'records')('title'),
    isDemo,
    timeZone,
    ...(await listOwnRecords(services, session, locale)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide' };

export default function RecordsPage() {
  const { t } = useTranslation('records');
  const { records, open, isDemo, timeZone } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('title')}</h1>
      <Lead>{t('lead')}</Lead>
      <Stack>
        <OpenAttempts open={open} timeZone={timeZone} />
        {records.length === 0 && <NothingYet hasOpen={open.length > 0} />}
      </Stack>
      {records.length > 0 && (
        <Section id="completed" title={t('done.title')}>
          <Completed records={records} isDemo={isDemo} timeZone={timeZone} />
          <Aside>
            {t('check')} <a href="/verify">{t('checkLink')}</a>
          </Aside>
        </Section>
      )}
    </>
  );
}
