import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice/notice.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { ConfirmAnswer } from '#app/modules/help/confirm-route.server.ts';
import type { PresentedLine } from '#app/modules/help/present-line.server.ts';

type SaidProps = { line: PresentedLine; answer: ConfirmAnswer | undefined };

/** What must be known before the form: why it came back, or how the route stands. */
export function Said({ line, answer }: SaidProps) {
  const { t } = useTranslation('organisation');
  if (answer && answer.outcome !== 'saved')
    return (
      <Notice tone="care" role="alert" title={t(`routes.${answer.outcome}.title`)}>
        <p>{t(`routes.${answer.outcome}.text`)}</p>
        <Last line={line} />
      </Notice>
    );
  const { state, isHere, neverHidden } = line;
  if (!isHere || state === 'unconfirmed') return null;
  if (state === 'confirmed') return <Last line={line} />;
  const kept = state === 'wrong' && neverHidden;
  return (
    <Notice tone="care" title={t(`routes.${state}.title`)}>
      <p>{kept ? t('routes.wrong.kept') : t(`routes.${state}.text`)}</p>
      <Last line={line} />
    </Notice>
  );
}

/** Who looked last, and what they found. */
function Last({ line: { last, on, by } }: { line: PresentedLine }) {
  const { t } = useTranslation('organisation');
  const { dateOf } = useDates();
  if (!last || !on) return null;
  const name = by ?? t('routes.say.somebody');
  return <p>{t(`routes.say.last.${last}`, { name, date: dateOf(on) })}</p>;
}
