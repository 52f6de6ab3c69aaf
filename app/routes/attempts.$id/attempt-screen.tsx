import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice/notice.tsx';
import { Echo } from '#app/components/scenes/echo.tsx';
import { SceneView, type Sent } from '#app/components/scenes/scene-view.tsx';
import { Aside } from '#app/components/text/text.tsx';
import type { AttemptPage } from '#app/modules/attempts/presenter.ts';
import type { Refusal } from '#app/simulation/choose.ts';
import { DebriefScreen } from './debrief-screen.tsx';

export type AttemptScreenProps = {
  page: AttemptPage;
  /** An older page was sent, and this is where the person really is. */
  isStale: boolean;
  refused: Refusal | 'future-step' | 'unreadable' | null;
  /** What was sent and not taken. */
  sent: Sent | undefined;
};

/** An attempt as a person meets it: the current scene, or its ending and debrief. */
export function AttemptScreen({ page, isStale, refused, sent }: AttemptScreenProps) {
  const { t } = useTranslation('play');
  const { echo, debrief } = page;
  return (
    <>
      {refused && (
        <Notice tone="care" role="alert" title={t('refused.title')}>
          <p>{t(`refused.${refused}`)}</p>
        </Notice>
      )}
      {isStale && !refused && (
        <Notice role="status">
          <p>{t('notices.stale')}</p>
        </Notice>
      )}
      {page.isPractice && !debrief && (
        <Notice>
          <p>{t('practising')}</p>
        </Notice>
      )}
      <SceneView
        view={page.view}
        step={page.step}
        sent={sent}
        before={echo && <Echo {...echo} />}
        after={!debrief && <Leave page={page} />}
      />
      {debrief && <DebriefScreen page={page} debrief={debrief} />}
    </>
  );
}

function Leave({ page: { scenario, echo } }: { page: AttemptPage }) {
  const { t } = useTranslation('play');
  const isStaff = scenario.track === 'staff';
  const key = isStaff ? 'leave' : 'leaveHere';
  return (
    <Aside>
      {echo?.isStoppingPlace ? (
        t(isStaff ? 'stoppingPlace' : 'stoppingPlaceHere')
      ) : (
        <>
          <strong>{t(`${key}.title`)}</strong> {t(`${key}.text`)}
        </>
      )}{' '}
      <a href={`/scenarios/${scenario.id}`}>{t(`${key}.go`)}</a>
    </Aside>
  );
}
