import { wordsIn } from '#app/i18n/i18n.ts';
import type { PersonExport } from './person-export.ts';
import { type At, fieldsOf, type Section, type Table, table } from './tables.ts';

type Attempt = NonNullable<PersonExport['attempts']>[number];

/** What somebody played, and completed. */
export function playSections(copy: PersonExport, locale: string, at: At): Section[] {
  return [attemptsSection(copy, locale, at), completionsSection(copy, locale, at)];
}

function attemptsSection({ attempts }: PersonExport, locale: string, at: At): Section {
  const t = wordsIn(locale, 'privacy');
  return {
    title: t('sections.attempts'),
    note: attempts ? t('attempt.count', { count: attempts.length }) : t('attempt.own'),
    tables: (attempts ?? []).map((attempt) => attemptTable(attempt, locale, at)),
  };
}

function attemptTable(attempt: Attempt, locale: string, at: At): Table {
  const t = wordsIn(locale, 'privacy');
  const { title, version, practiceOf, practiceFrom, events, clearings } = attempt;
  const said = { title, version, started: at(attempt.startedAt) };
  const steps = clearings.map(({ step }) => step + 1).join(', ');
  return {
    caption: practiceOf
      ? t('attempt.practice', { ...said, step: practiceFrom + 1 })
      : t('attempt.caption', said),
    columns: fieldsOf(t, ['step', 'choice', 'sent', 'at']),
    rows: events.map(({ step, choice, values, recordedAt }) => [
      String(step + 1),
      choice,
      values.join(', '),
      at(recordedAt),
    ]),
    note: [endOf(attempt, locale, at), steps && t('attempt.cleared', { steps })].join(' ').trim(),
  };
}

function endOf({ endedAt, rating }: Attempt, locale: string, at: At): string {
  const t = wordsIn(locale, 'privacy');
  if (!rating) return t('attempt.notEnded');
  const said = wordsIn(locale, 'play')(`ending.ratings.${rating}`);
  return t('attempt.ended', { ended: at(endedAt), rating: said });
}

function completionsSection({ completions }: PersonExport, locale: string, at: At): Section {
  const t = wordsIn(locale, 'privacy');
  return {
    title: t('sections.completions'),
    tables: table(
      fieldsOf(t, ['number', 'scenario', 'version', 'completedAt', 'recordedAt', 'approved']),
      completions.map((one) => [
        one.number,
        one.title,
        String(one.version),
        at(one.completedAt),
        at(one.recordedAt),
        t(`yesNo.${one.isApproved}`),
      ]),
    ),
  };
}
