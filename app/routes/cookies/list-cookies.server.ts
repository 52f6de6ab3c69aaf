import { proofMinutes } from '#app/modules/access/better-auth.server.ts';
import { readingDays } from '#app/modules/access/cookies.server.ts';
import type { Services } from '#app/modules/services.ts';

/** What the code that sets these cookies keeps to itself; the test sees that it is so. */
const sessionHours = 12;
const idleHours = 1;
const hereHours = 24;
const secondStepMinutes = 10;

export type CookieLine = {
  key: 'session' | 'here' | 'reading' | 'proof' | 'secondStep';
  /** As it stands in the browser. */
  name: string;
  lasts: { unit: 'days' | 'hours' | 'minutes'; count: number };
  /** In how many hours without use it stops to open anything. */
  idleHours?: number;
};

/** Every cookie that this server can set. That of better-auth stands behind the name that it is given. */
export function listCookies({ config, cookies }: Services): CookieLine[] {
  const { session, here, reading, half } = cookies;
  const prefix = config.origin?.startsWith('https:') ? '__Secure-' : '';
  return [
    { key: 'here', name: here.name, lasts: { unit: 'hours', count: hereHours } },
    { key: 'reading', name: reading.name, lasts: { unit: 'days', count: readingDays } },
    {
      key: 'session',
      name: session.name,
      lasts: { unit: 'hours', count: sessionHours },
      idleHours,
    },
    {
      key: 'proof',
      name: `${prefix}signpost.session_token`,
      lasts: { unit: 'minutes', count: proofMinutes },
    },
    {
      key: 'secondStep',
      name: half.name,
      lasts: { unit: 'minutes', count: secondStepMinutes },
    },
  ];
}
