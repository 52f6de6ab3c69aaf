import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedRephrase, ThroughLens } from '#app/simulation/explain-rephrase.ts';
import { Blocks, InlineText, Line } from '../text/blocks.tsx';

/** What was said and what was made of it: which words move the blame, and what a child hears. */
export function Lens({ seen: { before, after, hears } }: { seen: ExplainedRephrase }) {
  const { t } = useTranslation('play');
  return (
    <div className="lens">
      <Sentence title={t('lens.before')} seen={before} />
      <Sentence title={t('lens.after')} seen={after} />
      <p className="lens-title">{t('lens.hears')}</p>
      <blockquote className="lens-line">
        <Blocks blocks={hears} />
      </blockquote>
    </div>
  );
}

function Sentence({ title, seen: { line, notes } }: { title: string; seen: ThroughLens }) {
  const { t } = useTranslation('play');
  return (
    <>
      <p className="lens-title">{title}</p>
      <blockquote className="lens-line">
        <p>
          {line.map(({ text, isMarked }, index) => {
            const Piece = isMarked ? 'mark' : Fragment;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a sentence never change order
              <Piece key={index}>
                <InlineText text={[text]} />
              </Piece>
            );
          })}
        </p>
      </blockquote>
      {notes.length === 0 && <p>{t('lens.clear')}</p>}
      {notes.map(({ words, moves }) => (
        <p key={words}>
          <strong>{t('lens.words', { words })}</strong> <Line blocks={moves} />
        </p>
      ))}
    </>
  );
}
