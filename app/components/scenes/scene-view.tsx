import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { View, ViewChapter } from '#app/simulation/view.ts';
import { Stage } from '../stage/stage.tsx';
import { Decision } from './decision.tsx';
import { Ending } from './ending.tsx';
import { Order } from './order.tsx';
import { Pause } from './pause.tsx';
import { Rephrase } from './rephrase.tsx';
import { Scene } from './scene.tsx';
import { Spot } from './spot.tsx';
import { Thread } from './thread.tsx';

export type SceneProps = {
  view: View;
  step: number;
  /** What came back with the page and was not taken: it is shown as it was sent. */
  sent?: Sent | undefined;
};
/** `move` is the button of an `order` that was pressed: `up.tell`. */
export type Sent = { values: string[]; move: string | null };

const kinds: Record<View['kind'], ComponentType<SceneProps>> = {
  scene: Scene,
  thread: Thread,
  decision: Decision,
  spot: Spot,
  order: Order,
  rephrase: Rephrase,
  pause: Pause,
  ending: Ending,
};

type SceneViewProps = SceneProps & {
  /** What must be said of its words, below the title. */
  note?: ReactNode;
  /** What stands before the words of the scene, and what after them. */
  before?: ReactNode;
  after?: ReactNode;
};

/** Any scene, whatever its kind: the place and the faces, then the words under chapter and title. */
export function SceneView({ view, step, sent, note, before, after }: SceneViewProps) {
  const Kind = kinds[view.kind];
  return (
    <article
      className={view.setting ? 'scene scene-staged' : 'scene'}
      aria-labelledby="scene-title"
    >
      <header className="scene-head">
        {view.chapter && <Chapter chapter={view.chapter} />}
        <h1 id="scene-title" tabIndex={-1}>
          {view.title}
        </h1>
        {note}
      </header>
      {view.setting && (
        <div className="scene-stage">
          <Stage setting={view.setting} faces={view.faces} />
        </div>
      )}
      <div className="scene-words">
        {before}
        <Kind view={view} step={step} sent={sent} />
        {after && <div className="scene-after">{after}</div>}
      </div>
    </article>
  );
}

/** How far the story is, in chapters: a path that branches has no true percentage. */
function Chapter({ chapter: { name, number, of } }: { chapter: ViewChapter }) {
  const { t } = useTranslation('play');
  return (
    <p className="chapter">
      <span className="chapter-marks" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => index + 1).map((mark) => (
          <span
            key={mark}
            className={mark <= number ? 'chapter-mark chapter-here' : 'chapter-mark'}
          />
        ))}
      </span>
      {t('chapter', { name, number, of })}
    </p>
  );
}
