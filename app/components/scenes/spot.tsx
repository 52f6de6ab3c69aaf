import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { Line } from '../text/blocks.tsx';
import { Soft } from '../text/text.tsx';
import type { SceneProps } from './scene-view.tsx';
import { StepForm } from './step-form.tsx';
import { Telling } from './telling.tsx';

/** Mark what may be a sign. Marking nothing is an answer too. */
export function Spot({ view, step, sent }: SceneProps) {
  const { t } = useTranslation('play');
  return (
    <>
      <Telling view={view} />
      <StepForm step={step}>
        <fieldset>
          <legend>
            {t('spotTitle')} <Soft>{t('spotHint')}</Soft>
          </legend>
          {view.items.map((item) => (
            <label key={item.id} className="spot-item">
              <input
                type="checkbox"
                name="choice"
                value={item.id}
                defaultChecked={sent?.values.includes(item.id)}
              />
              <span>
                {item.by && (
                  <span className="speaker">
                    <bdi>{item.by.name}</bdi>{' '}
                  </span>
                )}
                <Line blocks={item.blocks} />
              </span>
            </label>
          ))}
        </fieldset>
        <Button>{t('spotSend')}</Button>
      </StepForm>
    </>
  );
}
