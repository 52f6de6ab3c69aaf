import type { ViewBlock } from '#app/simulation/view.ts';
import { Blocks } from '../text/blocks.tsx';

/** What the last choice brought about, before the story goes on. */
export function Echo({ result }: { result: ViewBlock[] }) {
  if (result.length === 0) return null;
  return (
    <div className="echo">
      <Blocks blocks={result} />
    </div>
  );
}
