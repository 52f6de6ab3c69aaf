import { useTranslation } from 'react-i18next';
import { type Figure, Figures, Proportions, Verdict } from '#app/components/figures/figures.tsx';
import type { CompliancePage } from '#app/modules/compliance/presenter.ts';
import type { Standing } from '#app/modules/compliance/standing.ts';
import { addressOf } from './addresses.ts';

export const tones = { done: 'good', due: 'care', overdue: 'grave' } as const;

type Counted = Record<Standing, number>;

/** The three standings as parts of a bar, the good one first. */
export function useParts() {
  const { t } = useTranslation('compliance');
  return (counts: Counted): Figure[] =>
    (['done', 'due', 'overdue'] as const).map((key) => ({
      key,
      label: t(`totals.${key}`),
      value: counts[key],
      tone: tones[key],
    }));
}

/** “Are we all right?”, answered in a sentence; then the figures. */
export function Glance({ page }: { page: CompliancePage }) {
  const { t } = useTranslation('compliance');
  const partsOf = useParts();
  const { totals } = page;
  const parts = partsOf(totals);
  const everybody = { key: 'people', label: t('totals.people'), value: totals.people };
  const tense = page.asAt === page.today ? 'now' : 'past';
  const isAllDone = totals.done === totals.people;
  const done = t(`headline.${tense}.done`, { count: totals.done, people: totals.people });
  return (
    <Verdict title={useHeadline(page)} tone={totals.overdue > 0 ? 'care' : 'good'}>
      {isAllDone && <p>{t(`say.${tense}.allDone`, { count: totals.people })}</p>}
      {totals.due > 0 && (
        <p>
          {totals.overdue === 0 && `${done}. `}
          {t(`say.${tense}.due`, { count: totals.due })}
        </p>
      )}
      <Proportions parts={parts} />
      <Figures
        figures={[
          ...parts.map((part) => ({
            ...part,
            href: addressOf(page, { status: part.key as Standing }),
          })),
          { ...everybody, href: addressOf(page) },
        ]}
      />
    </Verdict>
  );
}

function useHeadline({ totals, overdueNames, asAt, today }: CompliancePage): string {
  const { t, i18n } = useTranslation('compliance');
  const tense = asAt === today ? 'now' : 'past';
  if (totals.done === totals.people) return t(`headline.${tense}.allDone`);
  if (totals.overdue === 0) return t(`headline.${tense}.noneOverdue`);
  const { shown, more } = overdueNames;
  const names = [
    ...shown.map((name) => t('isolated', { name })),
    ...(more > 0 ? [t('more', { count: more })] : []),
  ];
  return t(`headline.${tense}.overdue`, {
    done: t(`headline.${tense}.done`, { count: totals.done, people: totals.people }),
    count: totals.overdue,
    names: new Intl.ListFormat(i18n.language).format(names),
  });
}
