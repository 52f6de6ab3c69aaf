import type { ReactNode } from 'react';

/** A list whose items are set apart by lines. Items are `li`. */
export function LinedList({ children }: { children: ReactNode }) {
  return <ul className="lined-list">{children}</ul>;
}
