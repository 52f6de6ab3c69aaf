import { useTranslation } from 'react-i18next';
import { Disclosure } from '../disclosure/disclosure.tsx';
import { Table } from '../table/table.tsx';

export type MeterName = 'trust' | 'safety' | 'evidence';
type MeterStep = { step: number; title: string; meters: Record<MeterName, number> };

type MetersProps = {
  names: readonly MeterName[];
  start: Record<MeterName, number>;
  /** The steps that were choices, in order, with how things stood after each. */
  steps: MeterStep[];
  /** The top of the scale; it begins at nought. */
  top: number;
};

/** How things stood over time: a small line for each meter, and the figures for whoever wants them. */
export function Meters({ names, start, steps, top }: MetersProps) {
  const { t } = useTranslation('play');
  return (
    <>
      <div className="meters">
        {names.map((name) => {
          const values = [start[name], ...steps.map(({ meters }) => meters[name])];
          return (
            <figure key={name} className="meter">
              <figcaption>
                <strong>{t(`debrief.meters.${name}`)}</strong> {t(`debrief.meters.about.${name}`)}
              </figcaption>
              <Line values={values} top={top} />
              <p className="meter-sum">
                {t('debrief.meters.fromTo', { from: values[0], to: values.at(-1), top })}
              </p>
            </figure>
          );
        })}
      </div>
      <Disclosure summary={t('debrief.meters.figures')}>
        <Table
          caption={t('debrief.meters.title')}
          columns={[
            { key: 'step', label: t('debrief.meters.step'), cell: ({ title }) => title },
            ...names.map((name) => ({
              key: name,
              label: t(`debrief.meters.${name}`),
              cell: ({ meters }: MeterStep) => meters[name],
              isFigure: true,
            })),
          ]}
          rows={steps}
          keyOf={({ step }) => step}
        />
      </Disclosure>
    </>
  );
}

const width = 240;
const height = 60;
const margin = 6;

function Line({ values, top }: { values: number[]; top: number }) {
  const x = (index: number) =>
    margin + (index * (width - 2 * margin)) / Math.max(1, values.length - 1);
  const y = (value: number) => height - margin - (value * (height - 2 * margin)) / top;
  const points = values.map((value, index) => `${x(index)},${y(value)}`).join(' ');
  const last = values.length - 1;
  return (
    <svg className="meter-line" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path
        className="meter-scale"
        d={`M0 ${margin}H${width}M0 ${height / 2}H${width}M0 ${height - margin}H${width}`}
      />
      <polyline points={points} />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r={4} />
    </svg>
  );
}
