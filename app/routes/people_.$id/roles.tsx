import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { CheckField } from '#app/components/field/field.tsx';
import { Table } from '#app/components/table/table.tsx';
import { Tag } from '#app/components/tag/tag.tsx';
import { Aside } from '#app/components/text/text.tsx';
import { isAskedTwice } from '#app/modules/people/policy.ts';
import type { loader } from './route.tsx';

/** The roles of a person; for whoever may, with the way to give and to take them. */
export function Roles() {
  const { t } = useTranslation('people');
  const { roles, may } = useLoaderData<typeof loader>();
  const shown = may.seeRoles ? roles : roles.filter(({ isHeld }) => isHeld);
  return (
    <Card title={t('role.title')}>
      <p>{t('role.learner')}</p>
      {shown.length > 0 && (
        <Table
          caption={t('role.title')}
          keyOf={({ role }) => role}
          rows={shown}
          columns={[
            { key: 'role', label: t('role.title'), cell: ({ role }) => t(`roles.${role}`) },
            {
              key: 'held',
              label: t('role.held'),
              cell: ({ isHeld }) => isHeld && <Tag tone="good">{t('role.held')}</Tag>,
              isState: true,
            },
            { key: 'may', label: t('role.may'), cell: ({ role }) => t(`may.${role}`) },
            ...(may.seeRoles
              ? [
                  {
                    key: 'change',
                    label: t('role.change'),
                    cell: ({ role, isHeld, mayChange }: (typeof roles)[number]) =>
                      mayChange && <Change role={role} isHeld={isHeld} />,
                  },
                ]
              : []),
          ]}
        />
      )}
      {may.seeRoles && <Aside>{t('role.text')}</Aside>}
    </Card>
  );
}

function Change({ role, isHeld }: { role: string; isHeld: boolean }) {
  const { t } = useTranslation('people');
  const { person } = useLoaderData<typeof loader>();
  return (
    <form method="post">
      {!isHeld && isAskedTwice(role) && (
        <CheckField
          id={`sure-${role}`}
          name="sure"
          label={t(`role.sure.${role}`, { name: person.name })}
        />
      )}
      <input type="hidden" name="role" value={role} />
      <input type="hidden" name="intent" value={isHeld ? 'take' : 'give'} />
      <LinkButton>{isHeld ? t('role.take') : t('role.give')}</LinkButton>
    </form>
  );
}
