import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reading } from '#app/simulation/view.ts';
import type { ReadingLevel } from '#scenarios/kit/vocabulary.ts';

/** How the words of a page are shown, and what it takes to show them otherwise. */
export type PageReading = {
  reading: Reading;
  /** The page's own path, to come back to. */
  here: string;
  /**
   * The form of a scene in which something may be marked already. The press sends it, so that the page
   * comes back with the marks.
   */
  stepForm?: string | undefined;
};

/** Shows the same page in the other level. Without script it is a form like any other. */
export function ReadingSwitch({ reading: { level, hasBoth }, here, stepForm }: PageReading) {
  if (!hasBoth) return null;
  const other = level === 'easy' ? 'standard' : 'easy';
  if (stepForm)
    return (
      <>
        {/* Enter in a field presses the first button of its form: that sends the scene, as it did. */}
        <button type="submit" form={stepForm} hidden />
        <SwitchButton to={other} form={stepForm} />
      </>
    );
  return (
    <form className="reading-form" method="post" action="/display">
      <input type="hidden" name="return" value={here} />
      <SwitchButton to={other} />
    </form>
  );
}

function SwitchButton({ to, form }: { to: ReadingLevel; form?: string }) {
  const { t } = useTranslation('reading');
  return (
    <button className="reading-switch" type="submit" name="reading" value={to} form={form}>
      {to === 'easy' ? <PictureAndWords /> : <WordsAlone />}
      {t(`show.${to}`)}
    </button>
  );
}

/** What somebody must know of the level that they see: that it is not tested, or not there. */
export function ReadingNote({ reading: { level, wanted }, here }: PageReading) {
  const { t } = useTranslation('reading');
  if (level === 'easy')
    return (
      <p className="reading-note">
        <a href={`/easy-read?from=${encodeURIComponent(here)}`}>{t('label')}</a>
      </p>
    );
  return wanted === 'easy' ? <p className="reading-note">{t('none')}</p> : null;
}

/** Says where the symbols of a page come from, as their licence asks. */
export function SymbolCredit() {
  const { t } = useTranslation('reading');
  return <p className="reading-credit">{t('credit')}</p>;
}

function PictureAndWords() {
  return (
    <Icon>
      <path d="M2.5 3.5h6v6h-6zM12 4.5h6M12 8.5h6M2.5 12.5h6v6h-6zM12 13.5h6M12 17.5h6" />
    </Icon>
  );
}

function WordsAlone() {
  return (
    <Icon>
      <path d="M2.5 4.5h15M2.5 8.5h15M2.5 12.5h15M2.5 16.5h9" />
    </Icon>
  );
}

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      className="reading-icon"
      width="20"
      height="20"
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}
