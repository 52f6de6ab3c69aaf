import type { ReactNode } from 'react';

type LayoutProps = { children: ReactNode };

/** One thing below another. */
export function Stack({ children }: LayoutProps) {
  return <div className="stack">{children}</div>;
}

/** Things side by side as long as there is room. */
export function Row({ children }: LayoutProps) {
  return <div className="row">{children}</div>;
}

/** Cards of the same width, as many as fit. */
export function Grid({ children }: LayoutProps) {
  return <div className="grid">{children}</div>;
}

/** A part of a page with a heading of its own, and room around it. */
export function Section({ id, title, children }: LayoutProps & { id: string; title: string }) {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** Two columns on a wide screen, one below the other on a narrow one. */
export function Halves({ children, align = 'middle' }: LayoutProps & { align?: 'middle' | 'top' }) {
  return <div className={`halves halves-${align}`}>{children}</div>;
}

/** What means nothing on paper: filters, ways on. */
export function OnScreen({ children }: LayoutProps) {
  return <div className="on-screen">{children}</div>;
}

/** A long main part with something beside it that stays in sight; below it on a narrow screen. */
export function Beside({ children, side }: LayoutProps & { side: ReactNode }) {
  return (
    <div className="beside">
      <div>{children}</div>
      <div className="beside-side">{side}</div>
    </div>
  );
}
