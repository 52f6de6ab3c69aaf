import type { ReactNode } from 'react';
import { symbolAddress } from './address.ts';

type IdeaProps = {
  symbol: string;
  children: ReactNode;
  /** A `span` stands where no paragraph may: in a button, a label or a line of a list. */
  as?: 'p' | 'span';
};

/** One idea of Easy Read: its symbol, and the words beside it, which say all of it (ACC-2). */
export function Idea({ symbol, children, as: Frame = 'p' }: IdeaProps) {
  return (
    <Frame className="idea">
      <img
        className="symbol"
        src={symbolAddress(symbol)}
        alt=""
        width={56}
        height={56}
        loading="lazy"
      />
      <span className="idea-words">{children}</span>
    </Frame>
  );
}
