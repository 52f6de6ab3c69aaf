import type { ExplainedOrder } from '#app/simulation/explain-order.ts';
import type { ExplainedRephrase } from '#app/simulation/explain-rephrase.ts';
import type { ViewBlock } from '#app/simulation/view.ts';
import { Blocks } from '../text/blocks.tsx';
import { Lens } from './lens.tsx';
import { OrderFeedback } from './order-feedback.tsx';

type EchoProps = {
  result: ViewBlock[];
  rephrased?: ExplainedRephrase | null;
  ordered?: ExplainedOrder | null;
};

/**
 * What the last choice brought about, before the story goes on: of other words, what they do; of an
 * order, what came too soon.
 */
export function Echo({ result, rephrased, ordered }: EchoProps) {
  const broken = ordered?.constraints.filter(({ holds }) => !holds) ?? [];
  if (result.length === 0 && !rephrased && broken.length === 0) return null;
  return (
    <div className="echo">
      <Blocks blocks={result} />
      {rephrased && <Lens seen={rephrased} />}
      {broken.length > 0 && <OrderFeedback constraints={broken} />}
    </div>
  );
}
