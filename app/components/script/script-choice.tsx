import { useTranslation } from 'react-i18next';
import type {
  ScriptBlock,
  ScriptChoice,
  ScriptEffect,
  ScriptNote,
  ScriptPlace,
  ScriptRule,
  ScriptWay,
} from '#app/simulation/script-view.ts';
import type { Quality } from '#scenarios/kit/vocabulary.ts';
import { Tag, type Tone } from '../tag/tag.tsx';
import { InlineText } from '../text/blocks.tsx';
import { sceneId } from './scene-id.ts';
import { ScriptBlocks, Words } from './script-words.tsx';

const tones: Record<Quality, Tone> = {
  good: 'good',
  neutral: 'plain',
  slip: 'care',
  grave: 'grave',
};

/** One choice: its words, what it does, what follows and why, and where it leads. */
export function Choice({ choice }: { choice: ScriptChoice }) {
  const { t } = useTranslation('review');
  const { label, effect, hears, notes, result, why, ways } = choice;
  return (
    <li className={`script-choice script-${effect?.quality?.tone ?? 'neutral'}`}>
      <p className="script-label">
        {effect?.quality && <QualityTag of={effect.quality} />}
        <strong>
          <Words>
            <InlineText text={label} />
          </Words>
        </strong>
      </p>
      <dl className="script-facts">
        <Told name="hears" blocks={hears} />
        <Effect effect={effect} />
        <Told name="result" blocks={result} />
        <Told name="why" blocks={why} />
        {notes.length > 0 && (
          <div className="script-fact">
            <dt>{t('script.lensTitle')}</dt>
            <dd>
              <Notes notes={notes} />
            </dd>
          </div>
        )}
        <Ways ways={ways} />
      </dl>
    </li>
  );
}

function QualityTag({ of: { tone, word } }: { of: NonNullable<ScriptEffect['quality']> }) {
  return <Tag tone={tones[tone]}>{word}</Tag>;
}

/** Words that move the blame, and what each of them does. */
export function Notes({ notes }: { notes: ScriptNote[] }) {
  const { t } = useTranslation('review');
  return notes.map(({ words, blocks }) => (
    <div key={words} className="script-note">
      <p>
        <strong>
          <Words>{t('script.lens', { words })}</Words>
        </strong>
      </p>
      <ScriptBlocks blocks={blocks} />
    </div>
  ));
}

function Told({ name, blocks }: { name: 'hears' | 'result' | 'why'; blocks: ScriptBlock[] }) {
  const { t } = useTranslation('review');
  if (blocks.length === 0) return null;
  return (
    <div className="script-fact">
      <dt>{t(`script.${name}`)}</dt>
      <dd>
        <ScriptBlocks blocks={blocks} />
      </dd>
    </div>
  );
}

function Effect({ effect }: { effect: ScriptEffect | null }) {
  const { t } = useTranslation('review');
  if (!effect) return null;
  const { does, remembers } = effect;
  return (
    <>
      {does.length > 0 && (
        <div className="script-fact">
          <dt>{t('script.does')}</dt>
          <dd>{does.join(' ')}</dd>
        </div>
      )}
      <Rules name="breaks" rules={effect.breaks} />
      <Rules name="follows" rules={effect.follows} />
      <Rules name="repairs" rules={effect.repairs} />
      {remembers.length > 0 && (
        <div className="script-fact">
          <dt>{t('script.remembered')}</dt>
          <dd>{remembers.join('; ')}</dd>
        </div>
      )}
    </>
  );
}

type RulesProps = { name: 'follows' | 'breaks' | 'repairs'; rules: ScriptRule[] };

function Rules({ name, rules }: RulesProps) {
  const { t } = useTranslation('review');
  if (rules.length === 0) return null;
  return (
    <div className="script-fact">
      <dt>{t(`script.${name}`)}</dt>
      <dd>
        <ul className="script-rules">
          {rules.map((rule) => (
            <li key={rule.id}>
              <RuleLink rule={rule} />
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

/** A rule by its name, leading to where it stands in full. */
export function RuleLink({ rule: { id, name } }: { rule: ScriptRule }) {
  return <a href={`#rule-${id}`}>{name}</a>;
}

/** Where a choice leads; where it forks, each way with its condition and what it does. */
function Ways({ ways }: { ways: ScriptWay[] }) {
  const { t } = useTranslation('review');
  return (
    <div className="script-fact script-onward">
      <dt>{t('script.leadsTo')}</dt>
      <dd>
        <ul className="script-ways">
          {ways.map(({ when, effect, to }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two ways may lead to the same place
            <li key={index}>
              {when && <span className="script-when">{when}: </span>}
              <PlaceLink place={to} />
              {effect && (
                <div className="script-way-does">
                  {effect.quality && <QualityTag of={effect.quality} />}
                  <dl className="script-facts">
                    <Effect effect={effect} />
                  </dl>
                </div>
              )}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

/** A scene by its number and title, leading to where it stands. */
export function PlaceLink({ place: { path, number, title } }: { place: ScriptPlace }) {
  return (
    <a className="script-place" href={`#${sceneId(path)}`}>
      <span className="script-arrow" aria-hidden="true" />
      {number} <Words>{title}</Words>
    </a>
  );
}
