import { useTranslation } from 'react-i18next';
import type { ViewPart } from '#app/simulation/view.ts';
import { plainText } from '#app/simulation/wording.ts';
import { Button } from '../button/button.tsx';
import { Line } from '../text/blocks.tsx';
import type { SceneProps, Sent } from './scene-view.tsx';
import { StepForm } from './step-form.tsx';
import { Telling } from './telling.tsx';

/**
 * Actions to put in order, each with a button to move it up and one to move it down. The rows carry the
 * answer in their own order. Where script runs a row moves at once (enhance/order.ts); where it does
 * not, the button asks the server for the scene with the row moved, and nothing is recorded.
 */
export function Order({ view, step, sent }: SceneProps) {
  const { t } = useTranslation('play');
  const items = arrange(view.items, sent?.values ?? []);
  const moved = whereNow(items, sent?.move);
  const said = { item: '{item}', place: '{place}', of: items.length };
  return (
    <>
      <Telling view={view} />
      <StepForm step={step} labelledBy="order">
        <h2 id="order" className="choices-title">
          {t('order.title')}
        </h2>
        <p>{t('order.hint')}</p>
        <ol className="order" data-moved={t('order.moved', said)}>
          {items.map((item, index) => (
            <Row
              key={item.id}
              item={item}
              focus={focusIn(item.id, sent, index === 0, index === items.length - 1)}
            />
          ))}
        </ol>
        <p className="hidden" role="status">
          {moved && t('order.moved', moved)}
        </p>
        <Button>{t('order.send')}</Button>
      </StepForm>
    </>
  );
}

type Way = 'up' | 'down';

function Row({ item: { id, blocks }, focus }: { item: ViewPart; focus: Way | null }) {
  const { t } = useTranslation('play');
  return (
    <li className="order-row">
      <input type="hidden" name="choice" value={id} />
      <span id={`order-${id}`} className="order-words">
        <Line blocks={blocks} />
      </span>
      <span className="order-ways">
        {(['up', 'down'] as const).map((way) => (
          <button
            key={way}
            id={`order-${id}-${way}`}
            className={`order-way order-${way}`}
            type="submit"
            name="move"
            value={`${way}.${id}`}
            aria-labelledby={`order-${id}-${way} order-${id}`}
            // biome-ignore lint/a11y/noAutofocus: who moved a row without script goes on where they were
            autoFocus={focus === way}
          >
            {t(`order.${way}`)}
          </button>
        ))}
      </span>
    </li>
  );
}

/** The items as they were sent, then those that were not. */
function arrange(items: ViewPart[], sent: string[]): ViewPart[] {
  const place = ({ id }: ViewPart) => (sent.includes(id) ? sent.indexOf(id) : sent.length);
  return [...items].sort((a, b) => place(a) - place(b));
}

function whereNow(items: ViewPart[], move: string | null | undefined) {
  const at = items.findIndex(({ id }) => move?.split('.')[1] === id);
  const item = items[at];
  return item && { item: item.blocks.map(plainText).join(' '), place: at + 1, of: items.length };
}

/** The button that was pressed; where a row has come to the end, the one that leads back. */
function focusIn(
  id: string,
  sent: Sent | undefined,
  isFirst: boolean,
  isLast: boolean,
): Way | null {
  if (sent?.move === `up.${id}`) return isFirst ? 'down' : 'up';
  if (sent?.move === `down.${id}`) return isLast ? 'up' : 'down';
  return null;
}
