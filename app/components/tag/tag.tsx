import type { ReactNode } from 'react';

export type Tone = 'good' | 'plain' | 'care' | 'grave';

/** A word or two about the state of something. The mark differs as the colour does. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
