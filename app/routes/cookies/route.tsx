import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Stack } from '#app/components/layout/layout.tsx';
import { Table } from '#app/components/table/table.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { LinesCard } from '../privacy/parts.tsx';
import { type CookieLine, listCookies } from './list-cookies.server.ts';

export function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  return {
    title: wordsIn(locale, 'privacyNotice')('cookies.title'),
    cookies: listCookies(services),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = { width: 'wide' };

export default function CookiesPage() {
  const { t } = useTranslation('privacyNotice');
  const { cookies } = useLoaderData<typeof loader>();
  const lastsOf = ({ key, lasts: { unit, count }, idleHours }: CookieLine) =>
    t(`cookies.lasts.${key}`, {
      time: t(`cookies.${unit}`, { count }),
      idle: t('cookies.hours', { count: idleHours ?? 0 }),
    });
  return (
    <>
      <h1>{t('cookies.title')}</h1>
      <Lead>{t('cookies.lead', { count: cookies.length })}</Lead>
      <Stack>
        <Table
          caption={t('cookies.caption')}
          keyOf={({ key }) => key}
          rows={cookies}
          columns={[
            {
              key: 'name',
              label: t('cookies.columns.name'),
              cell: ({ name }) => <code>{name}</code>,
            },
            {
              key: 'what',
              label: t('cookies.columns.what'),
              cell: ({ key }) => t(`cookies.what.${key}`),
            },
            { key: 'lasts', label: t('cookies.columns.lasts'), cell: lastsOf },
          ]}
        />
        <LinesCard {...t('cookies.more', { returnObjects: true })} />
        <p>
          <a href="/privacy">{t('all')}</a>
        </p>
      </Stack>
    </>
  );
}
