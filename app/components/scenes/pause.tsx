import { useTranslation } from 'react-i18next';
import { Blocks } from '../text/blocks.tsx';
import { NextForm } from './scene.tsx';
import type { SceneProps } from './scene-view.tsx';
import { Telling } from './telling.tsx';

/** A private question. There is nothing to type, and nothing of it is sent or kept. */
export function Pause(props: SceneProps) {
  const { t } = useTranslation('play');
  return (
    <>
      <Telling view={props.view} />
      <div className="pause">
        <Blocks blocks={props.view.question} />
      </div>
      <p className="pause-note">{t('pauseNote')}</p>
      <NextForm {...props} />
    </>
  );
}
