import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlayScene, ScriptPlace, Play as TheirPlay } from '#app/simulation/script-view.ts';
import { Disclosure } from '../disclosure/disclosure.tsx';
import { Tag } from '../tag/tag.tsx';
import { Blocks, InlineText } from '../text/blocks.tsx';
import { PlaceLink } from './script-choice.tsx';
import { ratingTones } from './script-scene.tsx';
import { InLanguage, type Language, useLanguage, Words } from './script-words.tsx';

type PlayListProps = {
  label: string;
  plays: { href: string; name: string; rating: PlayRating; isShown: boolean }[];
};
type PlayRating = { tone: keyof typeof ratingTones; word: string };

/** Ways through a story by their names and how they end, with the one that is shown marked. */
export function PlayList({ label, plays }: PlayListProps) {
  return (
    <nav className="play-list" aria-label={label}>
      <ol>
        {plays.map(({ href, name, rating, isShown }) => (
          <li key={href}>
            <a href={href} aria-current={isShown ? 'true' : undefined}>
              {name}
            </a>{' '}
            <Tag tone={ratingTones[rating.tone]}>{rating.word}</Tag>
          </li>
        ))}
      </ol>
    </nav>
  );
}

type PlayProps = { play: TheirPlay; language: Language };

/** One way through a story from start to end, as somebody would live it. */
export function Play({ play: { name, ending, scenes }, language }: PlayProps) {
  const { t } = useTranslation('review');
  const id = useId();
  const { rating } = ending;
  return (
    <InLanguage language={language}>
      <section className="play" aria-labelledby={id}>
        <h3 id={id}>{name}</h3>
        <ol className="play-scenes">
          {scenes.map((scene) => (
            <Stop key={scene.step} scene={scene} />
          ))}
        </ol>
        <p className="play-end">
          {t('plays.ends')} <Words>{ending.title}</Words>{' '}
          <Tag tone={ratingTones[rating.tone]}>{rating.word}</Tag>
        </p>
      </section>
    </InLanguage>
  );
}

function Stop({ scene: { place, lines, chosen, result } }: { scene: PlayScene }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  return (
    <li className="play-scene">
      <p className="play-title">
        <PlaceLink place={place} />
      </p>
      {lines.map(({ id, who, blocks }) => (
        <div key={id} className={who ? 'script-said' : undefined} {...language}>
          {who && (
            <p className="script-who">
              <bdi>{who}</bdi>
            </p>
          )}
          <Blocks blocks={blocks} />
        </div>
      ))}
      {chosen.length > 0 && (
        <div className="play-chosen">
          <p className="script-when">{t('plays.chosen')}</p>
          {chosen.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one answer never change order
            <p key={index}>
              <Words>
                <InlineText text={line} />
              </Words>
            </p>
          ))}
        </div>
      )}
      <div {...language}>
        <Blocks blocks={result} />
      </div>
    </li>
  );
}

type WayProps = {
  summary: string;
  rating: PlayRating;
  steps: { id: number; place: ScriptPlace; label: string }[];
  language: Language;
};

/** A way as a list of what is chosen on it, folded behind where it leads. */
export function Way({ summary, rating, steps, language }: WayProps) {
  return (
    <InLanguage language={language}>
      <Disclosure
        summary={
          // One thing, so that the tag goes on a line of its own where there is no room beside the words.
          <span>
            {summary} <Tag tone={ratingTones[rating.tone]}>{rating.word}</Tag>
          </span>
        }
      >
        <ol className="script-way">
          {steps.map(({ id, place, label }) => (
            <li key={id}>
              <PlaceLink place={place} /> <Words>{label}</Words>
            </li>
          ))}
        </ol>
      </Disclosure>
    </InLanguage>
  );
}
