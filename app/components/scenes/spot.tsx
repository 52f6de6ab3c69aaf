import { useTranslation } from 'react-i18next';
import { InlineText } from '../blocks.tsx';
import { Parts } from './parts.tsx';
import type { SceneProps } from './scene-view.tsx';
import { StepForm } from './step-form.tsx';

/** Mark what may be a sign. Marking nothing is an answer too. */
export function Spot({ view, step }: SceneProps) {
  const { t } = useTranslation('play');
  return (
    <>
      <Parts parts={view.parts} />
      <StepForm step={step}>
        <fieldset>
          <legend>{t('spotTitle')}</legend>
          {view.items.map((item) => (
            <label key={item.id} className="mark">
              <input type="checkbox" name="choice" value={item.id} />
              <span>
                {item.by && (
                  <span className="speaker">
                    <bdi>{item.by.name}</bdi>{' '}
                  </span>
                )}
                {item.blocks.map(({ text }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of an item never change order
                  <InlineText key={index} text={text} />
                ))}
              </span>
            </label>
          ))}
        </fieldset>
        <button className="button" type="submit">
          {t('spotSend')}
        </button>
      </StepForm>
    </>
  );
}
