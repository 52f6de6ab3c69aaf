import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { OnScreen, Row, Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Table } from '#app/components/table/table.tsx';
import type { Said, SaidPlan } from '#app/modules/people/import-said.ts';
import type { loader } from './route.tsx';

type StepsProps = { kind: keyof SaidPlan; lines: Said[]; count: number };

/** The people that a plan does one kind of thing about. */
export function Steps({ kind, lines, count }: StepsProps) {
  const { t } = useTranslation('import');
  if (count === 0) return null;
  return (
    <div id={kind}>
      <Table
        caption={t(`lists.${kind}`, { count })}
        rows={lines.map((line, index) => ({ ...line, index }))}
        keyOf={({ index }) => index}
        columns={[
          { key: 'name', label: t('lists.name'), cell: ({ name }) => <bdi>{name}</bdi> },
          { key: 'says', label: t('lists.says'), cell: ({ says }) => <bdi>{says}</bdi> },
          {
            key: 'line',
            label: t('lists.line'),
            isFigure: true,
            cell: ({ line }) => line ?? t('lists.noLine'),
          },
        ]}
      />
      <More count={count - lines.length} />
    </div>
  );
}

/** What is wrong with lines of the file. */
export function Problems() {
  const { t } = useTranslation('import');
  const { id, counts, plan } = useLoaderData<typeof loader>();
  if (!plan || counts.problems === 0) return null;
  return (
    <div id="problems">
      <Stack>
        <Notice tone="care" title={t('plan.withProblems', { count: counts.problems })}>
          <p>{t('plan.withProblemsText')}</p>
        </Notice>
        <Table
          caption={t('lists.problems')}
          rows={plan.problems.map((problem, index) => ({ ...problem, index }))}
          keyOf={({ index }) => index}
          columns={[
            {
              key: 'line',
              label: t('lists.line'),
              cell: ({ line }) =>
                line === null ? t('lists.noLine') : `${t('lists.line')} ${line}`,
            },
            { key: 'says', label: t('lists.problem'), cell: ({ says }) => <bdi>{says}</bdi> },
          ]}
        />
        <More count={counts.problems - plan.problems.length} />
        <OnScreen>
          <Row>
            <ButtonLink href={`/people/import/${id}/problems.csv`} look="quiet" download>
              {t('lists.csv')}
            </ButtonLink>
          </Row>
        </OnScreen>
      </Stack>
    </div>
  );
}

function More({ count }: { count: number }) {
  const { t } = useTranslation('import');
  return count > 0 ? <p>{t('lists.more', { count })}</p> : null;
}
