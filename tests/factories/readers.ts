import type { Reader } from '#app/i18n/i18n.ts';

export const standardReader: Reader = { locale: 'en-GB', level: 'standard' };
