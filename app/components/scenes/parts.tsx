import { useTranslation } from 'react-i18next';
import type { ViewPart } from '#app/simulation/view.ts';
import { Blocks } from '../text/blocks.tsx';

/** Narration as paragraphs, and what somebody says as speech with their name. */
export function Parts({ parts }: { parts: ViewPart[] }) {
  return parts.map((part) =>
    part.by ? <Speech key={part.id} part={part} /> : <Blocks key={part.id} blocks={part.blocks} />,
  );
}

/** What somebody says, in a bubble under their name. */
export function Speech({ part: { by, blocks } }: { part: ViewPart }) {
  const { t } = useTranslation('play');
  if (!by) return null;
  return (
    <div className={by.isYou ? 'speech speech-you' : 'speech'}>
      <p className="speaker">
        <bdi>{by.isYou ? t('you') : by.name}</bdi>
      </p>
      <Blocks blocks={blocks} />
    </div>
  );
}
