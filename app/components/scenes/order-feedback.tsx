import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ViewBlock, ViewPart } from '#app/simulation/view.ts';
import { plainText } from '#app/simulation/wording.ts';
import { Line } from '../text/blocks.tsx';

type Constraint = {
  id: string;
  earlier: ViewPart;
  later: ViewPart;
  holds: boolean;
  says: ViewBlock[];
};
type OrderFeedbackProps<C> = {
  constraints: C[];
  /** What else there is to say of one: its rule. */
  renderMore?: (constraint: C) => ReactNode;
};

/** Which of two actions came first, whether that was safe, and why it matters. */
export function OrderFeedback<C extends Constraint>(props: OrderFeedbackProps<C>) {
  const { t } = useTranslation('play');
  return (
    <ul className="order-feedback">
      {props.constraints.map((constraint) => {
        const { id, holds, says } = constraint;
        const pair = { earlier: lineOf(constraint.earlier), later: lineOf(constraint.later) };
        return (
          <li key={id}>
            <strong>{t(holds ? 'order.kept' : 'order.broken', pair)}</strong> <Line blocks={says} />{' '}
            {props.renderMore?.(constraint)}
          </li>
        );
      })}
    </ul>
  );
}

function lineOf({ blocks }: ViewPart): string {
  return blocks.map(plainText).join(' ').replace(/\.$/, '');
}
