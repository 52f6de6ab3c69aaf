import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ScriptBlock,
  ScriptItem,
  ScriptLine,
  ScriptScene,
} from '#app/simulation/script-view.ts';
import type { Rating } from '#scenarios/kit/vocabulary.ts';
import { Tag, type Tone } from '../tag/tag.tsx';
import { InlineText } from '../text/blocks.tsx';
import { sceneId } from './scene-id.ts';
import { Choice, Notes, RuleLink } from './script-choice.tsx';
import { ScriptBlocks, Words } from './script-words.tsx';

export type Level = 3 | 4 | 5 | 6;

export const ratingTones: Record<Rating, Tone> = {
  recommended: 'good',
  workable: 'care',
  harmful: 'grave',
};

/** One scene in full, under its number. */
export function Scene({ scene, level }: { scene: ScriptScene; level: Level }) {
  const { t } = useTranslation('review');
  const { path, number, title, kind, rating, states, remembers, choices } = scene;
  const Heading = `h${level}` as const;
  const id = sceneId(path);
  return (
    <article className="script-scene" id={id} aria-labelledby={`${id}-title`}>
      <Heading className="script-title" id={`${id}-title`}>
        <span className="script-number">{number}</span> <Words>{title}</Words>
      </Heading>
      <p className="script-kind">
        {rating ? <Tag tone={ratingTones[rating.tone]}>{rating.word}</Tag> : kind}
        {scene.setting && ` · ${scene.setting}`}
        {scene.isStart && ` ${t('script.start')}`}
      </p>
      <Sentences says={scene.seen} />
      <Sentences says={states} />
      {remembers.length > 0 && (
        <p className="script-aside">{t('script.arriving', { says: remembers.join('; ') })}</p>
      )}
      <Lines lines={scene.lines} />
      <Task scene={scene} />
      {choices.length > 0 && (
        <Part title={t(titleOfChoices(scene))}>
          <ul className="script-choices">
            {choices.map((choice) => (
              <Choice key={choice.id} choice={choice} />
            ))}
          </ul>
        </Part>
      )}
    </article>
  );
}

function titleOfChoices({ items, choices }: ScriptScene) {
  if (items.length > 0) return 'script.answers' as const;
  return choices.length === 1 ? ('script.onward' as const) : ('script.choices' as const);
}

function Sentences({ says }: { says: string[] }) {
  return says.length > 0 && <p className="script-aside">{says.join(' ')}</p>;
}

function Lines({ lines }: { lines: ScriptLine[] }) {
  return lines.map((line) => <Line key={line.id} line={line} />);
}

/** What is told, or said by somebody; where it is not always, with its condition. */
function Line({ line: { who, when, blocks } }: { line: ScriptLine }) {
  const look = [who && 'script-said', when && 'script-sometimes'].filter(Boolean).join(' ');
  return (
    <div className={look || undefined}>
      {when && <p className="script-when">{when}:</p>}
      {who && (
        <p className="script-who">
          <Words>{who}</Words>
        </p>
      )}
      <ScriptBlocks blocks={blocks} />
    </div>
  );
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="script-part">
      <p className="script-part-title">{title}</p>
      {children}
    </div>
  );
}

/** What a scene has beside its words, by its kind. */
function Task({ scene }: { scene: ScriptScene }) {
  const { t } = useTranslation('review');
  const { messages, sentence, question, items, constraints, asides, sayAloud } = scene;
  return (
    <>
      {messages.length > 0 && (
        <Part title={t('script.messages')}>
          <Lines lines={messages} />
        </Part>
      )}
      {sentence && (
        <Part title={t('script.blames', { who: sentence.who })}>
          <blockquote className="script-said">
            <Words>
              <InlineText text={sentence.text} />
            </Words>
          </blockquote>
          <Notes notes={sentence.notes} />
        </Part>
      )}
      <WordsOfPart title={t('script.think')} blocks={question} />
      {items.length > 0 && (
        <Part title={t(constraints.length > 0 ? 'script.order' : 'script.mark')}>
          <Items items={items} />
        </Part>
      )}
      {constraints.length > 0 && (
        <Part title={t('script.constraints')}>
          <ul className="script-items">
            {constraints.map(({ id, says, why, rule }) => (
              <li key={id}>
                <p>
                  {says} <RuleLink rule={rule} />
                </p>
                <ScriptBlocks blocks={why} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {asides.map(({ id, term, says }) => (
        <WordsOfPart key={id} title={t('script.aside', { term })} blocks={says} />
      ))}
      <WordsOfPart title={t('script.aloud')} blocks={sayAloud} />
    </>
  );
}

function WordsOfPart({ title, blocks }: { title: string; blocks: ScriptBlock[] }) {
  if (blocks.length === 0) return null;
  return (
    <Part title={title}>
      <ScriptBlocks blocks={blocks} />
    </Part>
  );
}

function Items({ items }: { items: ScriptItem[] }) {
  return (
    <ul className="script-items">
      {items.map(({ id, who, verdict, blocks, feedback }) => (
        <li key={id}>
          {who && (
            <p className="script-who">
              <Words>{who}</Words>
            </p>
          )}
          <ScriptBlocks blocks={blocks} />
          {verdict && (
            <div className="script-feedback">
              <p className="script-when">{verdict}:</p>
              <div>
                <ScriptBlocks blocks={feedback} />
              </div>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
