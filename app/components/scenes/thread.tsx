import { useTranslation } from 'react-i18next';
import { Messages } from '../thread/messages.tsx';
import { NextForm } from './scene.tsx';
import type { SceneProps } from './scene-view.tsx';
import { Telling } from './telling.tsx';

/** A chat or call as it unfolds. */
export function Thread({ view, step }: SceneProps) {
  const { t } = useTranslation('play');
  return (
    <>
      <Telling view={view} />
      <Messages messages={view.messages} faces={view.faces} label={t('thread')} />
      <NextForm view={view} step={step} />
    </>
  );
}
