import { useTranslation } from 'react-i18next';

/** Dates as a reader writes them: `22 November 2026`. */
export function useDates(timeZone = 'UTC') {
  const { i18n } = useTranslation();
  const at = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone });
  const minute = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    /** The date of an instant, where the organisation is. */
    dateAt: (instant: string) => at.format(new Date(instant)),
    /** Date and time of an instant, where the organisation is. */
    timeAt: (instant: string) => minute.format(new Date(instant)),
    /** A calendar day, `2026-11-22`. */
    dateOf: (calendarDay: string) => day.format(new Date(`${calendarDay}T00:00:00Z`)),
  };
}
