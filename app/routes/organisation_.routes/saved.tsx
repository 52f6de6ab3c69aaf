import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice/notice.tsx';
import type { PresentedLine } from '#app/modules/help/present-line.server.ts';

type SavedProps = { line: PresentedLine; next: PresentedLine | undefined };

/** What came of the form before, and which route to look at next. */
export function Saved({ line, next }: SavedProps) {
  const { t } = useTranslation('organisation');
  const isWrong = line.state === 'wrong';
  const said = !isWrong ? 'right' : line.neverHidden ? 'kept' : 'wrong';
  return (
    <Notice tone={isWrong ? 'care' : 'good'} role="status">
      <p>{t(`routes.saved.${said}`, { route: line.name })}</p>
      {isWrong && <p>{t('routes.saved.report')}</p>}
      {next && (
        <p>
          <a href={`/organisation/routes/${next.id}`}>
            {t('routes.saved.next', { route: next.name })}
          </a>
        </p>
      )}
    </Notice>
  );
}
