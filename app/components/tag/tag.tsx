import type { ReactNode } from 'react';
import { Hidden } from '../text/text.tsx';

export type Tone = 'good' | 'plain' | 'care' | 'grave';

/** A word or two about the state of something. The mark differs as the colour does. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

type RemoveLinkProps = {
  href: string;
  /** What following it does, for those who do not see the cross: “Take away”. */
  does: string;
  children: ReactNode;
};

/** Something that was chosen, and the way to take it back. */
export function RemoveLink({ href, does, children }: RemoveLinkProps) {
  return (
    <a className="remove-link" href={href}>
      <span>
        <Hidden>{does} </Hidden>
        {children}
      </span>
      <svg className="remove-link-cross" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3 3 L13 13 M13 3 L3 13" />
      </svg>
    </a>
  );
}
