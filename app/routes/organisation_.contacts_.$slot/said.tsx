import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type { ContactAnswer } from '#app/modules/organisation/change-contact.server.ts';
import { contactProblems, type TypedContact } from '#app/modules/organisation/contact-form.ts';
import { lastDayOf } from '#app/modules/people/contact-gaps.ts';
import type { ContactLine } from '#app/modules/people/contacts.server.ts';

type SaidProps = {
  line: ContactLine;
  answer: ContactAnswer | undefined;
  typed: TypedContact | null;
};

/** What must be known before the form: why it came back, that its person has left, or that it is old. */
export function Said({ line, answer, typed }: SaidProps) {
  const { t } = useTranslation('organisation');
  switch (answer?.outcome) {
    case 'refused':
      return (
        <ErrorSummary
          title={t('problems', { count: answer.problems.length })}
          problems={answer.problems.map((problem) => ({
            id: contactProblems[problem],
            text: t(`contacts.problems.${problem}`),
          }))}
        />
      );
    case 'overtaken':
      return <Overtaken line={line} typed={typed} />;
    case 'notAsItWas':
    case 'nothingToCheck':
      return (
        <Notice tone="care" role="alert" title={t(`contacts.${answer.outcome}.title`)}>
          <p>{t(`contacts.${answer.outcome}.text`)}</p>
        </Notice>
      );
    default:
      if (line.gap === 'left' || line.gap === 'leaving') return <Left line={line} />;
      return line.gap === 'stale' ? <Stale line={line} /> : null;
  }
}

/** What somebody else saved, beside what was typed. */
function Overtaken({ line, typed }: Omit<SaidProps, 'answer'>) {
  const { t } = useTranslation('organisation');
  const fields = ['name', 'phone', 'email'] as const;
  const isSame = fields.every((field) => typed?.[field] === (line[field] ?? ''));
  return (
    <Notice tone="care" role="alert" title={t('contacts.overtaken.title')}>
      <p>{isSame ? t('contacts.overtaken.same') : t('contacts.overtaken.text')}</p>
      {!isSame && (
        <>
          <ul>
            {fields
              .filter((field) => line[field])
              .map((field) => (
                <li key={field}>
                  {t(`contacts.fields.${field}`)}: <bdi>{line[field]}</bdi>
                </li>
              ))}
            {!line.name && <li>{t('contacts.overtaken.emptied')}</li>}
          </ul>
          <p>{t(typed ? 'contacts.overtaken.do' : 'contacts.overtaken.again')}</p>
        </>
      )}
    </Notice>
  );
}

function Left({ line: { leaver, gap } }: Pick<SaidProps, 'line'>) {
  const { t } = useTranslation('organisation');
  const { dateOf } = useDates();
  if (!leaver) return null;
  const kind = gap === 'leaving' ? 'leaving' : 'left';
  const values = { name: leaver.name, date: dateOf(lastDayOf(leaver)) };
  return (
    <Notice tone="care" title={t(`contacts.${kind}.title`, values)}>
      <p>{t(`contacts.${kind}.text`, values)}</p>
    </Notice>
  );
}

function Stale({ line: { lastVerified } }: Pick<SaidProps, 'line'>) {
  const { t } = useTranslation('organisation');
  const { dateOf } = useDates();
  return (
    <Notice tone="care" title={t('contacts.stale.title')}>
      <p>
        {lastVerified
          ? t('contacts.stale.text', { date: dateOf(lastVerified) })
          : t('contacts.stale.never')}
      </p>
    </Notice>
  );
}
