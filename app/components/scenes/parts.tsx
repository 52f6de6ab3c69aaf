import { useTranslation } from 'react-i18next';
import type { ViewPart } from '#app/simulation/view.ts';
import { Blocks } from '../blocks.tsx';

/** Narration as paragraphs, and what somebody says as speech with their name. */
export function Parts({ parts }: { parts: ViewPart[] }) {
  return parts.map((part) =>
    part.by ? <Speech key={part.id} part={part} /> : <Blocks key={part.id} blocks={part.blocks} />,
  );
}

function Speech({ part: { by, blocks } }: { part: ViewPart }) {
  const { t } = useTranslation('play');
  if (!by) return null;
  return (
    <div className={by.isYou ? 'speech speech-you' : 'speech'}>
      <p className="speaker">
        <bdi>{by.isYou ? t('you') : by.name}</bdi>
        <span className="hidden">:</span>
      </p>
      <Blocks blocks={blocks} />
    </div>
  );
}

/** A chat as it unfolds: an ordered list, so that a screen reader says how long it is. */
export function Messages({ messages, label }: { messages: ViewPart[]; label: string }) {
  return (
    <ol className="thread plain-list" aria-label={label}>
      {messages.map((message) => (
        <li key={message.id}>
          <Speech part={message} />
        </li>
      ))}
    </ol>
  );
}
