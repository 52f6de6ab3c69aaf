import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice/notice.tsx';
import { type PageReading, ReadingNote } from '#app/components/reading/reading.tsx';
import { Echo } from '#app/components/scenes/echo.tsx';
import { SceneView, type Sent } from '#app/components/scenes/scene-view.tsx';
import { markedForm } from '#app/components/scenes/step-form.tsx';
import { Ideas } from '#app/components/text/blocks.tsx';
import { Aside } from '#app/components/text/text.tsx';
import type { AttemptPage } from '#app/modules/attempts/presenter.ts';
import type { Refusal } from '#app/simulation/choose.ts';
import { DebriefScreen } from './debrief-screen.tsx';

export type AttemptScreenProps = {
  page: AttemptPage;
  /** An older page was sent, and this is where the person really is. */
  isStale: boolean;
  /** What came of a form that was not taken as a step. */
  came: Came | undefined;
};
type Came = {
  refused: Refusal | 'future-step' | 'unreadable' | null;
  /** What was sent and not taken. */
  sent: Sent;
  /** The step it was sent from, where that is known. */
  step?: number;
};

/** How the page of an attempt is read, and how to read it otherwise without losing a mark. */
export function readingOf({ attemptId, reading, view }: AttemptPage): PageReading {
  return { reading, here: `/attempts/${attemptId}`, stepForm: markedForm(view) };
}

/** An attempt as a person meets it: the current scene, or its ending and debrief. */
export function AttemptScreen({ page, isStale, came }: AttemptScreenProps) {
  const { t } = useTranslation('play');
  const { echo, debrief } = page;
  const refused = came?.refused;
  // Marks of an older scene are not for this one.
  const isOf = came?.step ?? page.step;
  const isOld = came ? isOf < page.step : isStale;
  return (
    <>
      {refused && (
        <Notice tone="care" role="alert" title={t('refused.title')}>
          <p>{t(`refused.${refused}`)}</p>
        </Notice>
      )}
      {isOld && !refused && (
        <Notice role="status">
          <p>{t('notices.stale')}</p>
        </Notice>
      )}
      {page.isPractice && !debrief && (
        <Notice>
          <Ideas text={t('practising')} />
        </Notice>
      )}
      <SceneView
        view={page.view}
        step={page.step}
        sent={isOf === page.step ? came?.sent : undefined}
        note={<ReadingNote {...readingOf(page)} />}
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
