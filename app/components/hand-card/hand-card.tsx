import { type ReactNode, useId } from 'react';
import { SignpostMark } from '../emblem/emblem.tsx';

type HandCardProps = {
  /** What it is about, above the name of who holds it. */
  about: string;
  title: string;
  children: ReactNode;
  /** What must be found at once: whom to ring. */
  foot?: ReactNode;
};

/** Cards to be held in the hand. On paper each has a page of its own and the size of A6. */
export function HandCards({ children }: { children: ReactNode }) {
  return <div className="hand-cards">{children}</div>;
}

export function HandCard({ about, title, children, foot }: HandCardProps) {
  const id = useId();
  return (
    <article className="hand-card" aria-labelledby={id}>
      <p className="hand-card-about">
        <SignpostMark />
        {about}
      </p>
      <h3 id={id} className="hand-card-title">
        {title}
      </h3>
      {children}
      {foot && <div className="hand-card-foot">{foot}</div>}
    </article>
  );
}
