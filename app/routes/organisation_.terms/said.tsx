import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import type { RefusedTerm } from '#app/modules/organisation/terms.server.ts';
import { type TypedTerm, termProblems } from '#app/modules/organisation/terms.ts';

/** A form that came back: why, and with what in it. */
export type Failed = { answer: RefusedTerm; typed: TypedTerm | null };

type SaidProps = { failed: Failed | undefined; done: 'saved' | 'withdrawn' | null };

/** What came of the form before. */
export function Said({ failed, done }: SaidProps) {
  const { t } = useTranslation('organisation');
  if (!failed)
    return (
      done && (
        <Notice tone="good" role="status">
          <p>{t(`terms.${done}`)}</p>
        </Notice>
      )
    );
  const { answer, typed } = failed;
  if (answer.outcome === 'overtaken')
    return (
      <Notice tone="care" role="alert" title={t('terms.overtaken.title')}>
        <p>{t('terms.overtaken.text')}</p>
        {typed && <p>{t('terms.overtaken.typed')}</p>}
      </Notice>
    );
  return (
    <ErrorSummary
      title={t('problems', { count: answer.problems.length })}
      problems={answer.problems.map((problem) => ({
        id: termProblems[problem],
        text: t(`terms.problems.${problem}`, { term: answer.other }),
      }))}
    />
  );
}
