import type { Reader } from '#app/modules/scenarios/shelf.server.ts';

export const standardReader: Reader = { locale: 'en-GB', level: 'standard' };
