import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/layout/layout.tsx';
import { Table } from '#app/components/table/table.tsx';
import { Aside } from '#app/components/text/text.tsx';
import type { loader } from './route.tsx';

/** The retention in force, and the way to change it. */
export function HowLong() {
  const { t } = useTranslation('privacyNotice');
  const { organisation, mayChange } = useLoaderData<typeof loader>();
  const rows = t('organisation.keep.rows', { ...useTimes(), returnObjects: true });
  return (
    <Section id="how-long" title={t('organisation.keep.title', { organisation })}>
      <Table
        caption={t('organisation.keep.caption')}
        keyOf={({ what }) => what}
        rows={rows}
        columns={[
          { key: 'what', label: t('organisation.keep.columns.what'), cell: ({ what }) => what },
          { key: 'until', label: t('organisation.keep.columns.until'), cell: ({ until }) => until },
        ]}
      />
      {mayChange ? (
        <p>
          <a href="/organisation/settings">{t('organisation.keep.change')}</a>
        </p>
      ) : (
        <Aside>{t('organisation.keep.cannot')}</Aside>
      )}
    </Section>
  );
}

/** The times in force, in words. */
export function useTimes() {
  const { t } = useTranslation('privacyNotice');
  const { recordsYears, logsDays } = useLoaderData<typeof loader>();
  return { years: t('years', { count: recordsYears }), days: t('days', { count: logsDays }) };
}
