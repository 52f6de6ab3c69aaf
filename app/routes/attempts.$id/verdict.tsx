import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Row } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Ideas } from '#app/components/text/blocks.tsx';
import type { AttemptPage, Debrief } from '#app/modules/attempts/presenter.ts';
import { TryForm } from './try-form.tsx';

type VerdictProps = { page: AttemptPage; debrief: Debrief };

/** Whether it counts, and what to do next. */
export function Verdict({ page, debrief }: VerdictProps) {
  const { t } = useTranslation('play');
  if (page.isPractice) return <PracticeVerdict page={page} debrief={debrief} />;
  if (debrief.isCompleted)
    return (
      <Notice tone="good" title={t('ending.completed.title')}>
        <Ideas text={t('ending.completed.text')} />
        <p>
          <a href="/records">{t('ending.completed.link')}</a>
        </p>
      </Notice>
    );
  if (debrief.toClear.length > 0) return <ToClear debrief={debrief} />;
  if (page.view.rating !== 'harmful' || page.scenario.track === 'young-people')
    return <Again page={page} />;
  return <BetterRoad page={page} debrief={debrief} />;
}

function Again({ page: { scenario } }: { page: AttemptPage }) {
  const { t } = useTranslation('play');
  return (
    <p>
      <a href={`/scenarios/${scenario.id}`}>{t('ending.again')}</a>
    </p>
  );
}

function BetterRoad({ page, debrief: { turningPoint, steps, rootId } }: VerdictProps) {
  const { t } = useTranslation('play');
  return (
    <Notice tone="care" title={t('ending.harmful.title')}>
      <Ideas text={t('ending.harmful.text')} />
      <Row>
        {turningPoint !== null && (
          <TryForm
            rootId={rootId}
            from={turningPoint}
            label={t('ending.harmful.go', { title: steps[turningPoint]?.title })}
          />
        )}
        <Again page={page} />
      </Row>
    </Notice>
  );
}

function ToClear({ debrief: { toClear, steps, rootId } }: { debrief: Debrief }) {
  const { t } = useTranslation('play');
  return (
    <Notice tone="care" title={t('ending.toClear.title')}>
      <Ideas text={t('ending.toClear.text', { count: toClear.length })} />
      {toClear.map((step) => (
        <TryForm
          key={step}
          rootId={rootId}
          from={step}
          label={t('ending.toClear.go', { title: steps[step]?.title })}
        />
      ))}
    </Notice>
  );
}

function PracticeVerdict({ page, debrief }: VerdictProps) {
  const { t } = useTranslation('play');
  const { practiceCleared, isCompleted, toClear, rootId } = debrief;
  return (
    <Notice tone="good" title={t('ending.practice.title')}>
      {practiceCleared !== null && (
        <Ideas
          text={t(practiceCleared ? 'ending.practice.cleared' : 'ending.practice.notCleared')}
        />
      )}
      {isCompleted
        ? practiceCleared && <Ideas text={t('ending.completed.text')} />
        : toClear.length === 0 && (
            <>
              <Ideas text={t('ending.practice.doesNotCount')} />
              <Again page={page} />
            </>
          )}
      <p>
        <ButtonLink href={`/attempts/${rootId}`}>{t('ending.practice.back')}</ButtonLink>
      </p>
    </Notice>
  );
}
