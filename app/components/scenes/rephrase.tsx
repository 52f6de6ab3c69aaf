import { useTranslation } from 'react-i18next';
import { Choices } from './choices.tsx';
import { Speech } from './parts.tsx';
import type { SceneProps } from './scene-view.tsx';
import { Telling } from './telling.tsx';

/** A sentence that blames, and ways to say it otherwise. Which words blame is told afterwards. */
export function Rephrase(props: SceneProps) {
  const { t } = useTranslation('play');
  const { sentence } = props.view;
  return (
    <>
      <Telling view={props.view} />
      {sentence && <Speech part={sentence} />}
      <Choices {...props} asks={t('rephraseTitle')} />
    </>
  );
}
