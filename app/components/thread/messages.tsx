import { useTranslation } from 'react-i18next';
import type { ViewFace, ViewPart } from '#app/simulation/view.ts';
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
  const moodOf = (id: string) => faces.find((face) => face.id === id)?.mood ?? 'serious';
  return (
    <message-thread class="thread" data-show-all={t('threadShowAll')}>
      <ol className="messages" aria-label={label}>
        {messages.map(({ id, by, blocks }, index) => {
          const isSameAsBefore = by?.id === messages[index - 1]?.by?.id;
          return (
            <li key={id} className={by?.isYou ? 'message message-you' : 'message'}>
              {by?.look && !by.isYou && <Portrait look={by.look} mood={moodOf(by.id)} alt="" />}
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
