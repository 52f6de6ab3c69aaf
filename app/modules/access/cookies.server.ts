import { type CookieOptions, createCookie } from '@remix-run/node';
import type { Config } from '#app/platform/config.ts';

const hours = 3_600;
/** How long a browser remembers how somebody reads. It begins anew each time they choose. */
export const readingDays = 365;

/**
 * Cookies: only necessary ones, unreadable for scripts, never sent from another site. Over https they
 * carry the `__Host-` prefix; over plain http (loopback, demo) a browser would drop them with it.
 */
export function createCookies(config: Config, secret: string) {
  const secure = config.origin?.startsWith('https:') ?? false;
  const prefix = secure ? '__Host-' : '';
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure,
    secrets: [secret],
  } satisfies CookieOptions;
  return {
    /** It goes with the browser: many who work here share a computer. */
    session: createCookie(`${prefix}signpost-session`, options),
    /** The first half of signing in, until the second has come. */
    half: createCookie(`${prefix}signpost-half`, { ...options, maxAge: hours / 6 }),
    /** The one attempt of a visitor without an account; it goes with the browser or after a day. */
    here: createCookie(`${prefix}signpost-here`, options),
    /** That somebody reads easy text. Without it, standard text is shown. */
    reading: createCookie(`${prefix}signpost-reading`, {
      ...options,
      maxAge: readingDays * 24 * hours,
    }),
  };
}

export type Cookies = ReturnType<typeof createCookies>;
