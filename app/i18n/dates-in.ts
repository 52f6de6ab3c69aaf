/** Dates as a reader of a language writes them: `22 November 2026`. */
export function datesIn(locale: string, timeZone = 'UTC') {
  const at = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const minute = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    /** The date of an instant, where the organisation is. */
    dateAt: (instant: string) => at.format(new Date(instant)),
    /** Date and time of an instant, where the organisation is. */
    timeAt: (instant: string) => minute.format(new Date(instant)),
    /** A calendar day, `2026-11-22`. */
    dateOf: (calendarDay: string) => day.format(new Date(`${calendarDay}T00:00:00Z`)),
  };
}
