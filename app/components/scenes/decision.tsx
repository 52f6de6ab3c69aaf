import { useTranslation } from 'react-i18next';
import { InlineText } from '../blocks.tsx';
import { Parts } from './parts.tsx';
import type { SceneProps } from './scene-view.tsx';
import { StepForm } from './step-form.tsx';

/** Two to four choices, each a button that says what you do. */
export function Decision({ view, step }: SceneProps) {
  const { t } = useTranslation('play');
  return (
    <>
      <Parts parts={view.parts} />
      <h2 id="choices">{t('chooseTitle')}</h2>
      <StepForm step={step} label={t('chooseTitle')}>
        <div className="choices">
          {view.choices.map((choice) => (
            <button
              key={choice.id}
              className="choice"
              type="submit"
              name="choice"
              value={choice.id}
            >
              <InlineText text={choice.label.text} />
            </button>
          ))}
        </div>
      </StepForm>
    </>
  );
}
