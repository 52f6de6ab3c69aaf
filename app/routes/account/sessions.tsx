import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Section, Stack } from '#app/components/layout/layout.tsx';
import { Table } from '#app/components/table/table.tsx';
import { Tag } from '#app/components/tag/tag.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { loader } from './route.tsx';

/** Where somebody is signed in, so that they can end what is not theirs. */
export function Sessions() {
  const { t } = useTranslation('access');
  const { sessions, organisation } = useLoaderData<typeof loader>();
  const { timeAt } = useDates(organisation.timeZone);
  return (
    <Section id="sessions" title={t('account.sessions.title')}>
      <Stack>
        <p>{t('account.sessions.text')}</p>
        <Table
          caption={t('account.sessions.caption')}
          keyOf={({ key }) => key}
          rows={sessions}
          columns={[
            {
              key: 'device',
              label: t('account.sessions.device'),
              cell: ({ device }) => device || t('account.sessions.unknown'),
            },
            {
              key: 'since',
              label: t('account.sessions.since'),
              cell: ({ since }) => timeAt(since),
              isFigure: true,
            },
            {
              key: 'seen',
              label: t('account.sessions.seen'),
              cell: ({ lastSeen }) => timeAt(lastSeen),
              isFigure: true,
            },
            {
              key: 'end',
              label: t('account.sessions.end'),
              cell: ({ key, isThis, device }) =>
                isThis ? <Tag>{t('account.sessions.this')}</Tag> : <End of={key} device={device} />,
              isState: true,
            },
          ]}
        />
        {sessions.length > 1 && (
          <form method="post">
            <Button look="quiet" name="session" value="all">
              {t('account.sessions.endAll')}
            </Button>
          </form>
        )}
      </Stack>
    </Section>
  );
}

function End({ of, device }: { of: string; device: string }) {
  const { t } = useTranslation('access');
  return (
    <form method="post">
      <Button look="quiet" name="session" value={of}>
        {t('account.sessions.endOne', { device: device || t('account.sessions.unknown') })}
      </Button>
    </form>
  );
}
