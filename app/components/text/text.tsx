import type { ReactNode } from 'react';

type TextProps = { children: ReactNode };

/** The sentence under a heading that says what the page is. */
export function Lead({ children }: TextProps) {
  return <p className="lead">{children}</p>;
}

/** The same for several paragraphs. */
export function Leading({ children }: TextProps) {
  return <div className="lead">{children}</div>;
}

/** What may be passed over: smaller and softer. */
export function Aside({ children, id }: TextProps & { id?: string }) {
  return (
    <p className="aside" id={id}>
      {children}
    </p>
  );
}

/** A soft part of a line. */
export function Soft({ children }: TextProps) {
  return <span className="soft">{children}</span>;
}

/** Words for those who listen and do not look. */
export function Hidden({ children }: TextProps) {
  return <span className="hidden">{children}</span>;
}

/** A short line above a heading: where one is. */
export function Kicker({ children }: TextProps) {
  return <p className="kicker">{children}</p>;
}
