import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type NavItem = { href: string; label: string; isCurrent: boolean };

type PageFrameProps = {
  children: ReactNode;
  helpHref: string;
  /** Wide pages hold tables and grids; others keep a readable measure. */
  isWide?: boolean;
  /** Left out while a scenario is played: nothing there but the scene. */
  header?: ReactNode;
  /** What must be said of the whole site: that it is a demonstration. */
  note?: string;
};

/** What every page has: a skip link, help and a way out within reach, one main, a footer. */
export function PageFrame({ children, helpHref, isWide = false, header, note }: PageFrameProps) {
  const { t } = useTranslation();
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <SafetyBar helpHref={helpHref} />
      {header}
      <main id="main" tabIndex={-1} className={isWide ? 'wide' : undefined}>
        {children}
      </main>
      <footer className="site-footer">
        <div className="site-footer-inner">
          {note && <strong>{note}</strong>}
          <span>{t('footer.made')}</span>
          <a href={helpHref}>{t('footer.help')}</a>
          <a href="/help#exit">{t('footer.exitExplained')}</a>
        </div>
      </footer>
    </>
  );
}

function SafetyBar({ helpHref }: { helpHref: string }) {
  const { t } = useTranslation();
  return (
    <section className="safety" aria-label={t('safety')}>
      <a className="safety-help" href={helpHref}>
        {t('helpNow')}
      </a>
      <a className="safety-exit" href="/exit" rel="nofollow noreferrer" data-exit>
        {t('exit')}
        <span className="hidden"> {t('exitKeys')}</span>
      </a>
    </section>
  );
}

export function SiteHeader({ items, who }: { items: NavItem[]; who?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <header className="site-header">
      <div className="site-header-inner">
        <a className="brand" href="/">
          <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path fill="currentColor" d="M14 3h4v26h-4zM4 6h19l5 4-5 4H4zM28 16H9l-5 4 5 4h19z" />
          </svg>
          {t('product')}
        </a>
        <nav className="site-nav" aria-label={t('nav.label')}>
          <ul className="plain-list">
            {items.map(({ href, label, isCurrent }) => (
              <li key={href}>
                <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {who}
      </div>
    </header>
  );
}
