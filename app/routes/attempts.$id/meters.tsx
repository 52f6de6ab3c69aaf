import { useTranslation } from 'react-i18next';
import type { DebriefStep } from '#app/modules/attempts/presenter.ts';
import { meters } from '#scenarios/kit/vocabulary.ts';

/** How trust, safety and evidence stood after each choice that was one. */
export function Meters({ steps }: { steps: DebriefStep[] }) {
  const { t } = useTranslation('play');
  const told = steps.filter((step) => step.why.length > 0);
  return (
    <details>
      <summary>{t('debrief.meters.title')}</summary>
      <div className="table-frame">
        <table className="table-cards">
          <thead>
            <tr>
              <th scope="col">{t('debrief.meters.step')}</th>
              {meters.map((meter) => (
                <th key={meter} scope="col" className="number">
                  {t(`debrief.meters.${meter}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told.map((step) => (
              <tr key={step.step}>
                <th scope="row">{step.title}</th>
                {meters.map((meter) => (
                  <td key={meter} data-label={t(`debrief.meters.${meter}`)} className="number">
                    {step.meters[meter]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
