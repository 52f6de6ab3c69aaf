import { useTranslation } from 'react-i18next';
import { datesIn } from './dates-in.ts';

/** Dates as the reader of a page writes them. */
export function useDates(timeZone = 'UTC') {
  const { i18n } = useTranslation();
  return datesIn(i18n.language, timeZone);
}
