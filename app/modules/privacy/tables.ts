import { datesIn } from '#app/i18n/dates-in.ts';
import { wordsIn } from '#app/i18n/i18n.ts';

/** Without columns it is a list of what is held, each under its name. */
export type Table = { caption?: string; columns: string[]; rows: string[][]; note?: string };
export type Section = { title: string; note?: string; tables: Table[] };

export type Words = ReturnType<typeof wordsIn<'privacy'>>;

/** How a copy speaks: its words, and times and days as they are said where the organisation is. */
export type Reader = ReturnType<typeof readerIn>;

export function readerIn(locale: string, timeZone: string) {
  const { timeAt, dateOf } = datesIn(locale, timeZone);
  return {
    locale,
    t: wordsIn(locale, 'privacy'),
    at: (instant: string | null) => (instant === null ? '' : timeAt(instant)),
    on: dateOf,
  };
}

type Field = keyof typeof import('#app/i18n/locales/en-GB/privacy.json')['fields'];

export function fieldsOf(t: Words, fields: Field[]): string[] {
  return fields.map((field) => t(`fields.${field}`));
}

/** What is held, each under its name. */
export function pairs(t: Words, list: [Field, string | null][]): Table {
  return { columns: [], rows: list.map(([field, value]) => [t(`fields.${field}`), value || '–']) };
}

export function table(columns: string[], rows: string[][]): Table[] {
  return rows.length === 0 ? [] : [{ columns, rows }];
}
