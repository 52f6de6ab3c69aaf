import { Line } from '../text/blocks.tsx';
import type { SceneProps } from './scene-view.tsx';
import { StepForm } from './step-form.tsx';

/** Two to four choices, each a button, under the words that ask. */
export function Choices({ view, step, asks }: SceneProps & { asks: string }) {
  return (
    <>
      <h2 id="choices" className="choices-title">
        {asks}
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
              <Line blocks={[choice.label]} />
            </button>
          ))}
        </div>
      </StepForm>
    </>
  );
}
