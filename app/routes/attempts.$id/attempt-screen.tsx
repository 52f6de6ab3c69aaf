import { useTranslation } from 'react-i18next';
import { SceneView } from '#app/components/scenes/scene-view.tsx';
import type { AttemptPage } from '#app/modules/attempts/presenter.ts';
import type { Refusal } from '#app/simulation/choose.ts';
import { DebriefScreen } from './debrief-screen.tsx';

export type AttemptScreenProps = {
  page: AttemptPage;
  /** An older page was sent, and this is where the person really is. */
  isStale: boolean;
  refused: Refusal | 'future-step' | 'unreadable' | null;
};

/** An attempt as a person meets it: the current scene, or its ending and debrief. */
export function AttemptScreen({ page, isStale, refused }: AttemptScreenProps) {
  const { t } = useTranslation('play');
  return (
    <>
      {refused && (
        <div className="notice notice-care" role="alert">
          <h2>{t('refused.title')}</h2>
          <p>{t(`refused.${refused}`)}</p>
        </div>
      )}
      {isStale && !refused && (
        <p className="notice" role="status">
          {t('notices.stale')}
        </p>
      )}
      {page.isPractice && !page.debrief && <p className="notice">{t('practising')}</p>}
      <SceneView view={page.view} step={page.step} />
      {page.debrief ? <DebriefScreen page={page} debrief={page.debrief} /> : <Leave page={page} />}
    </>
  );
}

function Leave({ page: { scenario } }: { page: AttemptPage }) {
  const { t } = useTranslation('play');
  const key = scenario.track === 'staff' ? 'leave' : 'leaveHere';
  return (
    <p className="leave">
      <strong>{t(`${key}.title`)}</strong> {t(`${key}.text`)}{' '}
      <a href={`/scenarios/${scenario.id}`}>{t(`${key}.go`)}</a>
    </p>
  );
}
