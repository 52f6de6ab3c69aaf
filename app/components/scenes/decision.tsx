import { useTranslation } from 'react-i18next';
import { Choices } from './choices.tsx';
import type { SceneProps } from './scene-view.tsx';
import { Telling } from './telling.tsx';

/** Each choice says what you do. */
export function Decision(props: SceneProps) {
  const { t } = useTranslation('play');
  return (
    <>
      <Telling view={props.view} />
      <Choices {...props} asks={t('chooseTitle')} />
    </>
  );
}
