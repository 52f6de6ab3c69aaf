import { wordsIn } from '#app/i18n/i18n.ts';
import type { PersonExport } from './person-export.ts';
import { fieldsOf, type Reader, type Section, type Table, table } from './tables.ts';

type Attempt = NonNullable<PersonExport['attempts']>[number];

/** What somebody played, and completed. */
export function playSections(copy: PersonExport, reader: Reader): Section[] {
  return [attemptsSection(copy, reader), completionsSection(copy, reader)];
}

function attemptsSection({ attempts }: PersonExport, reader: Reader): Section {
  const { t } = reader;
  return {
    title: t('sections.attempts'),
    note: attempts ? t('attempt.count', { count: attempts.length }) : t('attempt.own'),
    tables: (attempts ?? []).map((attempt) => attemptTable(attempt, reader)),
  };
}

function attemptTable(attempt: Attempt, reader: Reader): Table {
  const { t, at } = reader;
  const { title, version, practiceOf, practiceFrom, events, clearings } = attempt;
  const said = { title, version, started: at(attempt.startedAt) };
  const steps = clearings.map(({ step }) => step + 1).join(', ');
  return {
    caption: practiceOf
      ? t('attempt.practice', { ...said, step: practiceFrom + 1 })
      : t('attempt.caption', said),
    columns: fieldsOf(t, ['step', 'scene', 'choice', 'at']),
    rows: events.map(({ step, scene, said, recordedAt }) => [
      String(step + 1),
      scene ?? '',
      said === null ? t('attempt.wentOn') : said || t('attempt.markedNothing'),
      at(recordedAt),
    ]),
    note: [endOf(attempt, reader), steps && t('attempt.cleared', { steps })].join(' ').trim(),
  };
}

function endOf({ endedAt, rating }: Attempt, { t, at, locale }: Reader): string {
  if (!rating) return t('attempt.notEnded');
  const said = wordsIn(locale, 'play')(`ending.ratings.${rating}`);
  return t('attempt.ended', { ended: at(endedAt), rating: said });
}

function completionsSection({ completions }: PersonExport, { t, at }: Reader): Section {
  return {
    title: t('sections.completions'),
    tables: table(
      fieldsOf(t, ['scenario', 'completedAt', 'recordedAt', 'approved', 'number']),
      completions.map((one) => [
        t('versionOf', { title: one.title, version: one.version }),
        at(one.completedAt),
        at(one.recordedAt),
        t(`yesNo.${one.isApproved}`),
        one.number,
      ]),
    ),
  };
}
