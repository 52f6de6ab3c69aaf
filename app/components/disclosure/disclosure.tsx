import type { ReactNode } from 'react';

type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  /** Open from the start, where something in it is set. */
  isOpen?: boolean;
};

/** More, for whoever wants it. Open in print. */
export function Disclosure({ summary, children, isOpen }: DisclosureProps) {
  return (
    <details className="disclosure" open={isOpen}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
