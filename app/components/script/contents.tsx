import type { ReactNode } from 'react';

type Entry = { href: string; label: string; inside?: { href: string; label: string }[] };

type WithContentsProps = { label: string; entries: Entry[]; children: ReactNode };

/** A long page with links to its parts: beside it where there is room, before it elsewhere. */
export function WithContents({ label, entries, children }: WithContentsProps) {
  return (
    <div className="with-contents">
      <nav className="contents" aria-label={label}>
        <p className="contents-title">{label}</p>
        <ul className="contents-list">
          {entries.map(({ href, label, inside = [] }) => (
            <li key={href}>
              <a href={href}>{label}</a>
              {inside.length > 0 && (
                <ul className="contents-list contents-inside">
                  {inside.map((entry) => (
                    <li key={entry.href}>
                      <a href={entry.href}>{entry.label}</a>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <div className="with-contents-main">{children}</div>
    </div>
  );
}

type ViewsProps = {
  label: string;
  views: { href: string; label: string; isChosen: boolean; lang?: string }[];
};

/** The same page in other words: links, with the one that is shown marked. */
export function Views({ label, views }: ViewsProps) {
  return (
    <nav className="views" aria-label={label}>
      <ul className="views-list">
        {views.map(({ href, label, isChosen, lang }) => (
          <li key={href}>
            <a href={href} lang={lang} aria-current={isChosen ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
