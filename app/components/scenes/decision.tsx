import { useTranslation } from 'react-i18next';
import { InlineText } from '../text/blocks.tsx';
import { Parts } from './parts.tsx';
import type { SceneProps } from './scene-view.tsx';
import { StepForm } from './step-form.tsx';

/** Two to four choices, each a button that says what you do. */
export function Decision({ view, step }: SceneProps) {
  const { t } = useTranslation('play');
  return (
    <>
      <Parts parts={view.parts} />
      <h2 id="choices" className="choices-title">
        {t('chooseTitle')}
      </h2>
      <StepForm step={step} labelledBy="choices">
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
