import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { Line } from '../text/blocks.tsx';
import type { SceneProps } from './scene-view.tsx';
import { StepForm } from './step-form.tsx';
import { Telling } from './telling.tsx';

/** Narration with one way on. */
export function Scene({ view, step }: SceneProps) {
  return (
    <>
      <Telling view={view} />
      <NextForm view={view} step={step} />
    </>
  );
}

export function NextForm({ view, step }: SceneProps) {
  const { t } = useTranslation('play');
  return (
    <StepForm step={step}>
      <Button name="choice" value="next">
        {view.nextLabel ? <Line blocks={[view.nextLabel]} /> : t('next')}
      </Button>
    </StepForm>
  );
}
