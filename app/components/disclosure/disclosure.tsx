import type { ReactNode } from 'react';
import { Hidden } from '../text/text.tsx';

type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  /** What it is about, for those who hear the summaries one after the other. */
  about?: string;
  /** Open from the start, where something in it is set. */
  isOpen?: boolean;
};

/** More, for whoever wants it. Open in print. */
export function Disclosure({ summary, children, about, isOpen }: DisclosureProps) {
  return (
    <details className="disclosure" open={isOpen}>
      <summary>
        {summary}
        {about && <Hidden> ({about})</Hidden>}
      </summary>
      {children}
    </details>
  );
}
