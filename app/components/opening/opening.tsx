import type { ReactNode } from 'react';
import { Kicker } from '../text/text.tsx';

type OpeningProps = {
  kicker: string;
  title: string;
  stage: ReactNode;
  children: ReactNode;
  /** What must be said of its words, below the title. */
  note?: ReactNode;
};

/** The way into a scenario: where it begins on one side, what to know first on the other. */
export function Opening({ kicker, title, stage, children, note }: OpeningProps) {
  return (
    <div className="opening">
      <div className="opening-stage">{stage}</div>
      <div>
        <Kicker>{kicker}</Kicker>
        <h1>{title}</h1>
        {note}
        {children}
      </div>
    </div>
  );
}
