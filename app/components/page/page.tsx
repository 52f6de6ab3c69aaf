import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SignpostMark } from '../emblem/emblem.tsx';
import { type PageReading, ReadingSwitch, SymbolCredit } from '../reading/reading.tsx';
import { Hidden } from '../text/text.tsx';

export type NavItem = { href: string; label: string; isCurrent: boolean };

/** Reading keeps a readable measure; a scene has room for its stage; wide pages hold tables and grids. */
export type PageWidth = 'reading' | 'scene' | 'wide';

type PageFrameProps = {
  children: ReactNode;
  helpHref: string;
  width?: PageWidth;
  /** The track whose colour the page takes; the staff's where none is named. */
  track?: string;
  /** How it is read, where that can differ: easy text is larger, and its symbols are credited. */
  reading?: PageReading;
  /** Left out while a scenario is played: nothing there but the scene. */
  header?: ReactNode;
  /** What must be said of the whole site: that it is a demonstration. */
  note?: string;
};

/** What every page has: a skip link, help and a way out within reach, one main, a footer. */
export function PageFrame(props: PageFrameProps) {
  const { children, helpHref, width, track, reading, header, note } = props;
  const level = reading?.reading.level;
  const { t } = useTranslation();
  return (
    <div className="page" data-track={track} data-reading={level}>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <div className="top">
        <SafetyBar helpHref={helpHref} />
        {reading && <ReadingSwitch {...reading} />}
      </div>
      {header}
      <main id="main" tabIndex={-1} className={`main main-${width ?? 'reading'}`}>
        {children}
        {level === 'easy' && <SymbolCredit />}
      </main>
      <footer className="site-footer">
        <div className="site-footer-inner">
          {note && <strong>{note}</strong>} <span>{t('footer.made')}</span>{' '}
          <a href={helpHref}>{t('footer.help')}</a>{' '}
          <a href="/help#exit">{t('footer.exitExplained')}</a>{' '}
          <a href="/privacy">{t('footer.privacy')}</a> <a href="/cookies">{t('footer.cookies')}</a>
        </div>
      </footer>
    </div>
  );
}

function SafetyBar({ helpHref }: { helpHref: string }) {
  const { t } = useTranslation();
  return (
    <section className="safety" aria-label={t('safety')}>
      <a className="safety-help" href={helpHref}>
        {t('helpNow')}
      </a>{' '}
      <a className="safety-exit" href="/exit" rel="nofollow noreferrer" data-exit>
        {t('exit')}
        <Hidden> {t('exitKeys')}</Hidden>
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
          <SignpostMark />
          {t('product')}
        </a>
        <nav className="site-nav" aria-label={t('nav.label')}>
          <ul className="site-nav-list">
            {items.map(({ href, label, isCurrent }) => (
              <li key={href}>
                <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {who && <div className="site-who">{who}</div>}
      </div>
    </header>
  );
}
