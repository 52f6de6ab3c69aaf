import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Table } from '#app/components/table/table.tsx';
import { Tag } from '#app/components/tag/tag.tsx';
import { Soft } from '#app/components/text/text.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { loader } from './route.tsx';

const tones = { has: 'good', invited: 'plain', none: 'care' } as const;

/** The people of a page, each a link to their record. */
export function Lines() {
  const { t } = useTranslation('people');
  const { dateOf } = useDates();
  const { lines, found } = useLoaderData<typeof loader>();
  if (lines.length === 0) return <p>{t('none')}</p>;
  return (
    <Table
      caption={t('caption', { count: found })}
      keyOf={({ id }) => id}
      rows={lines}
      columns={[
        {
          key: 'name',
          label: t('columns.name'),
          cell: ({ id, name, lastDay }) => (
            <>
              <a href={`/people/${id}`}>
                <bdi>{name}</bdi>
              </a>
              {lastDay && (
                <>
                  <br />
                  <Soft>{t('employment.lastDay', { date: dateOf(lastDay) })}</Soft>
                </>
              )}
            </>
          ),
        },
        {
          key: 'account',
          label: t('columns.account'),
          cell: ({ account }) => <Tag tone={tones[account]}>{t(`account.${account}`)}</Tag>,
          isState: true,
        },
        { key: 'groups', label: t('columns.groups'), cell: ({ groups }) => groups.join(', ') },
        {
          key: 'roles',
          label: t('columns.roles'),
          cell: ({ roles }) =>
            roles
              .filter((role) => role !== 'learner')
              .map((role) => t(`roles.${role}`))
              .join(', '),
        },
      ]}
    />
  );
}
