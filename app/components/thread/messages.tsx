import { useTranslation } from 'react-i18next';
import type { ViewFace, ViewPart, ViewSpeaker } from '#app/simulation/view.ts';
import type { Mood } from '#scenarios/kit/looks.ts';
import { Portrait } from '../portrait/portrait.tsx';
import { Blocks } from '../text/blocks.tsx';
import { Hidden } from '../text/text.tsx';

type MessagesProps = {
  messages: ViewPart[];
  label: string;
  /** Who is there, for the mood on the small pictures. */
  faces: ViewFace[];
};

/**
 * A chat: an ordered list, so that a screen reader says how long it is. Where script runs and motion
 * is welcome, the messages arrive one by one (enhance/thread.ts); the words are there from the start.
 */
export function Messages({ messages, label, faces }: MessagesProps) {
  const { t } = useTranslation('play');
  const moodOf = (id: string) => faces.find((face) => face.id === id)?.mood;
  return (
    <message-thread class="thread" data-show-all={t('threadShowAll')}>
      <ol className="messages" aria-label={label}>
        {messages.map(({ id, by, blocks }, index) => {
          const isSameAsBefore = by?.id === messages[index - 1]?.by?.id;
          return (
            <li key={id} className={by?.isYou ? 'message message-you' : 'message'}>
              {by && !by.isYou && <Sender by={by} mood={moodOf(by.id)} />}
              <div className="bubble">
                {by && (
                  <p className="speaker">
                    {isSameAsBefore ? (
                      <Hidden>{by.name}</Hidden>
                    ) : (
                      <bdi>{by.isYou ? t('you') : by.name}</bdi>
                    )}
                  </p>
                )}
                <Blocks blocks={blocks} />
              </div>
            </li>
          );
        })}
      </ol>
    </message-thread>
  );
}

type SenderProps = { by: ViewSpeaker; mood: Mood | undefined };

/** Whoever is to be seen in the scene has their face; of others only the first letter is known. */
function Sender({ by: { look, name }, mood }: SenderProps) {
  if (look && mood) return <Portrait look={look} mood={mood} alt="" />;
  return (
    <span className="message-sender" aria-hidden="true">
      {[...name][0]}
    </span>
  );
}
