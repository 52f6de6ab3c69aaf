import { useTranslation } from 'react-i18next';
import { Shares } from '#app/components/figures/figures.tsx';
import { Section } from '#app/components/layout/layout.tsx';
import { Aside } from '#app/components/text/text.tsx';
import type { GroupCounts } from '#app/modules/compliance/overview.ts';
import type { CompliancePage } from '#app/modules/compliance/presenter.ts';
import { addressOf } from './addresses.ts';
import { useParts } from './glance.tsx';

/** How each staff group stands. Each leads to its lines. */
export function Groups({ page }: { page: CompliancePage }) {
  const { t } = useTranslation('compliance');
  const partsOf = useParts();
  const { groups, totals } = page;
  const say = ({ people, done, overdue }: GroupCounts) => {
    if (done === people) return t('groups.allDone', { count: people });
    const says = t('groups.done', { done, people });
    return overdue > 0 ? t('groups.overdue', { done: says, overdue }) : says;
  };
  const isAnybodyTwice = groups.reduce((sum, { people }) => sum + people, 0) > totals.people;
  return (
    <Section id="groups" title={t('groups.title')}>
      <Shares
        shares={groups.map((group) => ({
          key: group.name ?? '',
          label: group.name ?? t('groups.none'),
          href: group.name === null ? undefined : addressOf(page, { group: group.name }),
          says: say(group),
          parts: partsOf(group),
        }))}
      />
      {isAnybodyTwice && <Aside>{t('groups.twice')}</Aside>}
    </Section>
  );
}
