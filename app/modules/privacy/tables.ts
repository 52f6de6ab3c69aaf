import type { wordsIn } from '#app/i18n/i18n.ts';

export type Table = { caption?: string; columns: string[]; rows: string[][]; note?: string };
export type Section = { title: string; note?: string; tables: Table[] };

export type Words = ReturnType<typeof wordsIn<'privacy'>>;
export type At = ReturnType<typeof timesIn>;

/** An instant, where the organisation is; nothing for none. */
export function timesIn(locale: string, timeZone: string) {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone,
  });
  return (instant: string | null) => (instant === null ? '' : format.format(new Date(instant)));
}

type Field = keyof typeof import('#app/i18n/locales/en-GB/privacy.json')['fields'];

export function fieldsOf(t: Words, fields: Field[]): string[] {
  return fields.map((field) => t(`fields.${field}`));
}

/** What is held, each under its name. */
export function pairs(t: Words, list: [Field, string | null][]): Table {
  const rows = list.map(([field, value]) => [t(`fields.${field}`), value ?? '']);
  return { columns: fieldsOf(t, ['what', 'held']), rows };
}

export function table(columns: string[], rows: string[][]): Table[] {
  return rows.length === 0 ? [] : [{ columns, rows }];
}
