import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeNext, toSignIn } from './request-session.server.ts';

const ours = 'http://ours';

test.each([
  '/',
  '/records',
  '/compliance?asAt=2026-09-01&sort=due',
  '/attempts/0f-1?older',
  '/a%20b',
])('after signing in, %s may follow', (next) => expect(safeNext(next)).toBe(next));

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'javascript:alert(1)',
  'records',
  '',
  ' /records',
  '/records\n',
  '/records#top',
  '/records\r\nSet-Cookie: a=b',
  null,
])('after signing in, %j may not follow', (next) => expect(safeNext(next)).toBeNull());

test('whatever is written there, it never leaves our origin', () => {
  const tricky = fc
    .array(
      fc.constantFrom(
        ...['/', '\\', '.', '..', ':', '@', '?', '#', '%2f', '%5c', '%09', '\t', '\n', '\r', ' '],
        ...['evil.example', 'http', 'https', 'javascript', 'data', 'ours', '&', '=', '\u2044'],
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(''));
  const rooted = tricky.map((text) => `/${text}`);
  fc.assert(
    fc.property(fc.oneof(rooted, tricky, fc.string()), (text) => {
      const next = safeNext(text);
      return next === null || new URL(next, ours).origin === ours;
    }),
    { numRuns: 1_000 },
  );
});

test('the way to sign in leads back to where somebody was', () => {
  const response = toSignIn(new Request(`${ours}/compliance?asAt=2026-09-01&group=A%26B`));
  const location = new URL(response.headers.get('Location') ?? '', ours);
  expect(response.status).toBe(303);
  expect(location.pathname).toBe('/sign-in');
  const back = safeNext(location.searchParams.get('next'));
  expect(back).toBe('/compliance?asAt=2026-09-01&group=A%26B');
});
