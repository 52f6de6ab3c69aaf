import { useTranslation } from 'react-i18next';
import { Path } from '#app/components/debrief.tsx';
import type { AttemptPage, Debrief, DebriefStep } from '#app/modules/attempts/presenter.ts';
import { Meters } from './meters.tsx';
import { Support } from './support.tsx';

type DebriefProps = { page: AttemptPage; debrief: Debrief };

/** After the ending: whether it counts, whom to tell, and the path with a way to try each moment again. */
export function DebriefScreen({ page, debrief }: DebriefProps) {
  const { t } = useTranslation('play');
  const { rating } = page.view;
  const showsGrades = page.scenario.track !== 'young-people';
  return (
    <div className="stack">
      {showsGrades && rating && (
        <p>
          <span className={`tag tag-${rating}`}>{t(`ending.ratings.${rating}`)}</span>
        </p>
      )}
      <Verdict page={page} debrief={debrief} />
      <Support contacts={page.contacts} track={page.scenario.track} />
      <section aria-labelledby="path">
        <h2 id="path">{t('debrief.title')}</h2>
        <p className="soft">{t('debrief.lead')}</p>
        <Path
          steps={debrief.steps}
          showsGrades={showsGrades}
          renderActions={(step) => <StepActions step={step} rootId={debrief.rootId} />}
        />
      </section>
      {showsGrades && <Meters steps={debrief.steps} />}
    </div>
  );
}

function Verdict({ page, debrief }: DebriefProps) {
  const { t } = useTranslation('play');
  const again = (
    <p>
      <a href={`/scenarios/${page.scenario.id}`}>{t('ending.again')}</a>
    </p>
  );
  if (page.isPractice) return <PracticeVerdict debrief={debrief} />;
  if (debrief.isCompleted)
    return (
      <section className="notice notice-good">
        <h2>{t('ending.completed.title')}</h2>
        <p>{t('ending.completed.text')}</p>
        <p>
          <a href="/records">{t('ending.completed.link')}</a>
        </p>
      </section>
    );
  if (debrief.toClear.length > 0) return <ToClear debrief={debrief} />;
  if (page.view.rating !== 'harmful' || page.scenario.track === 'young-people') return again;
  return (
    <section className="notice notice-care">
      <h2>{t('ending.harmful.title')}</h2>
      <p>{t('ending.harmful.text')}</p>
      {again}
    </section>
  );
}

function ToClear({ debrief: { toClear, steps, rootId } }: { debrief: Debrief }) {
  const { t } = useTranslation('play');
  return (
    <section className="notice notice-care">
      <h2>{t('ending.toClear.title')}</h2>
      <p>{t('ending.toClear.text', { count: toClear.length })}</p>
      {toClear.map((step) => (
        <TryForm
          key={step}
          rootId={rootId}
          from={step}
          label={t('ending.toClear.go', { title: steps[step]?.title })}
        />
      ))}
    </section>
  );
}

function PracticeVerdict({ debrief }: { debrief: Debrief }) {
  const { t } = useTranslation('play');
  return (
    <section className="notice notice-good">
      <h2>{t('ending.practice.title')}</h2>
      {debrief.practiceCleared !== null && (
        <p>
          {t(debrief.practiceCleared ? 'ending.practice.cleared' : 'ending.practice.notCleared')}
        </p>
      )}
      {debrief.isCompleted
        ? debrief.practiceCleared && <p>{t('ending.completed.text')}</p>
        : debrief.toClear.length === 0 && <p>{t('ending.practice.doesNotCount')}</p>}
      <p>
        <a className="button" href={`/attempts/${debrief.rootId}`}>
          {t('ending.practice.back')}
        </a>
      </p>
    </section>
  );
}

function StepActions({ step, rootId }: { step: DebriefStep; rootId: string }) {
  const { t } = useTranslation('play');
  return (
    <>
      {step.clearing === 'cleared' && <p>{t('ending.cleared')}</p>}
      {step.canTryFrom && (
        <TryForm
          rootId={rootId}
          from={step.step}
          label={t('debrief.tryFrom')}
          about={step.title}
          isQuiet
        />
      )}
    </>
  );
}

type TryFormProps = {
  rootId: string;
  from: number;
  label: string;
  about?: string;
  isQuiet?: boolean;
};

function TryForm({ rootId, from, label, about, isQuiet = false }: TryFormProps) {
  return (
    <form method="post" action={`/attempts/${rootId}/practice`} data-submit-once>
      <input type="hidden" name="from" value={from} />
      <button type="submit" className={isQuiet ? 'button button-quiet' : 'button'}>
        {label}
        {about && <span className="hidden">: {about}</span>}
      </button>
    </form>
  );
}
