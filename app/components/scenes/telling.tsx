import { useTranslation } from 'react-i18next';
import type { View, ViewBlock } from '#app/simulation/view.ts';
import { Disclosure } from '../disclosure/disclosure.tsx';
import { Blocks } from '../text/blocks.tsx';
import { Soft } from '../text/text.tsx';
import { Parts } from './parts.tsx';

/** What any scene tells before it asks: its words, a line to say aloud, and the terms explained. */
export function Telling({ view: { parts, sayAloud, asides } }: { view: View }) {
  const { t } = useTranslation('play');
  return (
    <>
      <Parts parts={parts} />
      {sayAloud.length > 0 && <SayAloud line={sayAloud} />}
      {asides.length > 0 && (
        <div className="asides">
          {asides.map(({ id, term, says }) => (
            <Disclosure key={id} summary={t('aside', { term })}>
              <Blocks blocks={says} />
            </Disclosure>
          ))}
        </div>
      )}
    </>
  );
}

/** A line for adults to practise in their own voice. */
function SayAloud({ line }: { line: ViewBlock[] }) {
  const { t } = useTranslation('play');
  return (
    <div className="say-aloud">
      <p className="say-aloud-title">
        {t('sayAloud.title')} <Soft>{t('sayAloud.hint')}</Soft>
      </p>
      <blockquote>
        <Blocks blocks={line} />
      </blockquote>
    </div>
  );
}
