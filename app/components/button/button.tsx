import type { ReactNode } from 'react';

type Look = 'main' | 'quiet';

type ButtonProps = {
  children: ReactNode;
  look?: Look;
  name?: string;
  value?: string;
};

/** Sends the form it stands in. */
export function Button({ children, look = 'main', name, value }: ButtonProps) {
  return (
    <button type="submit" className={`button button-${look}`} name={name} value={value}>
      {children}
    </button>
  );
}

type ButtonLinkProps = { children: ReactNode; href: string; look?: Look; download?: boolean };

/** A link that is the next step. */
export function ButtonLink({ children, href, look = 'main', download }: ButtonLinkProps) {
  return (
    <a className={`button button-${look}`} href={href} download={download}>
      {children}
    </a>
  );
}

/** Sends the form it stands in, and looks like a link, because it matters little. */
export function LinkButton({ children }: { children: ReactNode }) {
  return (
    <button type="submit" className="link-button">
      {children}
    </button>
  );
}
