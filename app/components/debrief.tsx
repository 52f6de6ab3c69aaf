import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedItem } from '#app/simulation/explain.ts';
import type { ViewBlock } from '#app/simulation/view.ts';
import type { Quality } from '#scenarios/kit/vocabulary.ts';
import { Blocks, InlineText } from './blocks.tsx';

export type PathStep = {
  step: number;
  kind: string;
  title: string;
  label: ViewBlock | null;
  marked: ExplainedItem[];
  result: ViewBlock[];
  why: ViewBlock[];
  quality: Quality;
  repairedAt: number | null;
  rules: { id: string; says: string; source: string }[];
};

type PathProps<S extends PathStep> = {
  steps: S[];
  /** Whether choices are graded; never on the young people's track. */
  showsGrades: boolean;
  /** What stands below a step: the way to try it again. */
  renderActions: (step: S) => ReactNode;
};

/** The path taken, told in order: each choice, what it did, why, and the rule with its source. */
export function Path<S extends PathStep>({ steps, showsGrades, renderActions }: PathProps<S>) {
  return (
    <ol className="path">
      {steps.map((step) => (
        <li
          key={step.step}
          className={showsGrades ? `step-${step.quality}` : undefined}
          id={`step-${step.step + 1}`}
        >
          {step.why.length > 0 ? (
            <Chosen
              step={step}
              showsGrade={showsGrades}
              repairedIn={steps[step.repairedAt ?? -1]?.title ?? ''}
              actions={renderActions(step)}
            />
          ) : (
            <p className="passing">{step.title}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

type ChosenProps = {
  step: PathStep;
  showsGrade: boolean;
  /** The title of the step that put this one right. */
  repairedIn: string;
  actions: ReactNode;
};

function Chosen({ step, showsGrade, repairedIn, actions }: ChosenProps) {
  const { t } = useTranslation('play');
  return (
    <article className="card">
      <h3>{step.title}</h3>
      <p className="row">
        {showsGrade && (
          <span className={`tag tag-${step.quality}`}>{t(`debrief.quality.${step.quality}`)}</span>
        )}
        {step.repairedAt !== null && (
          <a href={`#step-${step.repairedAt + 1}`}>
            {t('debrief.repaired', { title: repairedIn })}
          </a>
        )}
      </p>
      {step.label && (
        <p className="chosen">
          <span className="soft">{t('debrief.youChose')}: </span>
          <InlineText text={step.label.text} />
        </p>
      )}
      {step.marked.length > 0 && <Marked items={step.marked} />}
      <Blocks blocks={step.result} />
      <h4 className="small">{t('debrief.why')}</h4>
      <Blocks blocks={step.why} />
      {step.rules.length > 0 && <Rules rules={step.rules} />}
      {actions}
    </article>
  );
}

function Marked({ items }: { items: ExplainedItem[] }) {
  const { t } = useTranslation('play');
  const verdict = ({ sign, marked }: ExplainedItem) =>
    sign ? (marked ? 'sign' : 'missed') : marked ? 'alarm' : 'clear';
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id}>
          {item.blocks.map(({ text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of an item never change order
            <InlineText key={index} text={text} />
          ))}{' '}
          <strong>{t(`debrief.marked.${verdict(item)}`)}</strong>{' '}
          {item.feedback.map(({ text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of an item never change order
            <InlineText key={index} text={text} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function Rules({ rules }: { rules: PathStep['rules'] }) {
  const { t } = useTranslation('play');
  return (
    <details>
      <summary>{t('debrief.rules', { count: rules.length })}</summary>
      <ul className="rules">
        {rules.map(({ id, says, source }) => (
          <li key={id}>
            <strong>{id}</strong> {says}{' '}
            <span className="soft">{t('debrief.source', { source })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
