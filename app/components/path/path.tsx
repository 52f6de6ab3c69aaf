import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedItem } from '#app/simulation/explain-marks.ts';
import type { ExplainedConstraint } from '#app/simulation/explain-order.ts';
import type { ExplainedRephrase } from '#app/simulation/explain-rephrase.ts';
import type { ViewBlock, ViewChapter, ViewPart } from '#app/simulation/view.ts';
import type { Quality } from '#scenarios/kit/vocabulary.ts';
import { Disclosure } from '../disclosure/disclosure.tsx';
import { Lens } from '../scenes/lens.tsx';
import { OrderFeedback } from '../scenes/order-feedback.tsx';
import { Tag, type Tone } from '../tag/tag.tsx';
import { Blocks, Line } from '../text/blocks.tsx';
import { Hidden, Soft } from '../text/text.tsx';
import { Fork } from './fork.tsx';

type CitedRule = { id: string; name: string };
export type PathOrder = {
  items: ViewPart[];
  constraints: (Omit<ExplainedConstraint, 'rule'> & { rule: CitedRule })[];
};
export type PathStep = {
  step: number;
  kind: string;
  chapter: ViewChapter | null;
  title: string;
  label: ViewBlock | null;
  others: number;
  marked: ExplainedItem[];
  ordered: PathOrder | null;
  rephrased: ExplainedRephrase | null;
  result: ViewBlock[];
  why: ViewBlock[];
  quality: Quality;
  repairedAt: number | null;
  rules: CitedRule[];
};

type PathProps<S extends PathStep> = {
  steps: S[];
  /** How it ended: the last stop of the map. */
  ending: string;
  /** Whether choices are graded; never on the young people's track. */
  showsGrades: boolean;
  /** What stands below a step: the way to try it again. */
  renderActions: (step: S) => ReactNode;
};

const tones: Record<Quality, Tone> = {
  good: 'good',
  neutral: 'plain',
  slip: 'care',
  grave: 'grave',
};

/**
 * The path taken as a map: each choice, and folded behind it what it did, why, and the rules; what went
 * wrong is unfolded. The ways not taken are dotted forks. In the reading order it is an outline:
 * chapters, then what was chosen. Rules are explained once, below the path, where their links lead.
 */
export function Path<S extends PathStep>(props: PathProps<S>) {
  const { steps, ending } = props;
  return (
    <div className="path">
      {chaptersOf(steps).map((chapter) => (
        <section
          key={chapter.from}
          aria-labelledby={chapter.name ? `chapter-${chapter.from}` : undefined}
        >
          {chapter.name && (
            <h3 className="path-chapter" id={`chapter-${chapter.from}`}>
              {chapter.name}
            </h3>
          )}
          <ol className="path-steps">
            {chapter.steps.map((step) => (
              <Stop key={step.step} step={step} {...props} />
            ))}
          </ol>
        </section>
      ))}
      <p className="path-end">{ending}</p>
    </div>
  );
}

type Chapter<S> = { name: string | null; from: number; steps: S[] };

function chaptersOf<S extends PathStep>(steps: S[]): Chapter<S>[] {
  const chapters: Chapter<S>[] = [];
  for (const step of steps) {
    const name = step.chapter?.name ?? null;
    const last = chapters.at(-1);
    if (last && last.name === name) last.steps.push(step);
    else chapters.push({ name, from: step.step, steps: [step] });
  }
  return chapters;
}

function Stop<S extends PathStep>({ step, ...props }: PathProps<S> & { step: S }) {
  const isChoice = step.why.length > 0;
  const tone = props.showsGrades ? tones[step.quality] : 'plain';
  return (
    <li
      className={isChoice ? `path-stop path-${tone}` : 'path-stop path-passing'}
      id={`step-${step.step + 1}`}
    >
      {isChoice ? <Chosen step={step} {...props} /> : <p>{step.title}</p>}
    </li>
  );
}

function Chosen<S extends PathStep>({
  step,
  steps,
  showsGrades,
  renderActions,
}: PathProps<S> & { step: S }) {
  const { t } = useTranslation('play');
  const { quality, repairedAt, label, others } = step;
  const Title = step.chapter ? 'h4' : 'h3';
  return (
    <article className="path-card">
      <Fork others={others} />
      <Title className="path-title">
        {step.title}
        {showsGrades && (
          <span className="path-grade">
            <Hidden>: </Hidden>
            <Tag tone={tones[quality]}>{t(`debrief.quality.${quality}`)}</Tag>
          </span>
        )}
      </Title>
      {label && (
        <p className="path-chosen">
          <Soft>{t('debrief.youChose')}: </Soft>
          <Line blocks={[label]} />
        </p>
      )}
      <Disclosure
        summary={t(showsGrades ? 'debrief.reasons' : 'debrief.reasonsHere')}
        about={step.title}
        isOpen={!showsGrades || quality === 'slip' || quality === 'grave'}
      >
        {step.marked.length > 0 && <Marked items={step.marked} />}
        {step.ordered && <Ordered order={step.ordered} />}
        <Blocks blocks={step.result} />
        {step.rephrased && <Lens seen={step.rephrased} />}
        <div className="path-why">
          <p className="path-why-title">{t('debrief.why')}</p>
          <Blocks blocks={step.why} />
        </div>
        {step.rules.length > 0 && <Rules rules={step.rules} />}
        {others > 0 && <p className="path-others">{t('debrief.others', { count: others })}</p>}
      </Disclosure>
      {repairedAt !== null && (
        <p>
          <a href={`#step-${repairedAt + 1}`}>
            {t('debrief.repaired', { title: steps[repairedAt]?.title })}
          </a>
        </p>
      )}
      {renderActions(step)}
    </article>
  );
}

function Marked({ items }: { items: ExplainedItem[] }) {
  const { t } = useTranslation('play');
  const verdict = ({ sign, marked }: ExplainedItem) =>
    sign ? (marked ? 'sign' : 'missed') : marked ? 'alarm' : 'clear';
  return (
    <>
      <p>{t('debrief.markedLead')}</p>
      <ul className="path-marked">
        {items.map((item) => (
          <li key={item.id}>
            <Line blocks={item.blocks} /> <strong>{t(`debrief.marked.${verdict(item)}`)}</strong>{' '}
            <Line blocks={item.feedback} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The order that was given, and of each two actions that must not be turned round, how they came. */
function Ordered({ order: { items, constraints } }: { order: PathOrder }) {
  const { t } = useTranslation('play');
  return (
    <>
      <p>{t('debrief.yourOrder')}</p>
      <ol>
        {items.map(({ id, blocks }) => (
          <li key={id}>
            <Line blocks={blocks} />
          </li>
        ))}
      </ol>
      <OrderFeedback
        constraints={constraints}
        renderMore={({ rule }) => <a href={`#rule-${rule.id}`}>{rule.name}</a>}
      />
    </>
  );
}

function Rules({ rules }: { rules: PathStep['rules'] }) {
  const { t } = useTranslation('play');
  return (
    <p className="path-rules">
      <strong>{t('debrief.rules', { count: rules.length })}</strong>
      {rules.map(({ id, name }) => (
        <a key={id} href={`#rule-${id}`}>
          {name}
        </a>
      ))}
    </p>
  );
}
