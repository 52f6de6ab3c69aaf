import { useTranslation } from 'react-i18next';
import { Messages } from '../thread/messages.tsx';
import { Parts } from './parts.tsx';
import { NextForm } from './scene.tsx';
import type { SceneProps } from './scene-view.tsx';

/** A chat or call as it unfolds. */
export function Thread({ view, step }: SceneProps) {
  const { t } = useTranslation('play');
  return (
    <>
      <Parts parts={view.parts} />
      <Messages messages={view.messages} faces={view.faces} label={t('thread')} />
      <NextForm view={view} step={step} />
    </>
  );
}
