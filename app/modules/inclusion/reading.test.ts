import type { AppLoadContext } from '@remix-run/node';
import { expect, test } from 'vitest';
import { readConfig } from '#app/platform/config.ts';
import { createCookies } from '../access/cookies.server.ts';
import type { Services } from '../services.ts';
import { askedLevel, keepLevel, readerOf } from './reading.server.ts';

const servicesWith = (secret: string) =>
  ({ cookies: createCookies(readConfig({}, '/'), secret) }) as Services;
const services = servicesWith('a secret that is long enough for this');

const readerWith = (cookie: string, more: Partial<AppLoadContext> = {}) => {
  const request = new Request('http://localhost/', { headers: { Cookie: cookie } });
  return readerOf({ request, context: { services, ...more } as AppLoadContext });
};
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const pairOf = (cookie: string) => cookie.split(';')[0] ?? '';

test('easy text is kept in a cookie, and standard text by having none', async () => {
  const easy = await keepLevel(services, 'easy');
  expect(easy).toMatch(
    /^signpost-reading=[^;]+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  expect(await readerWith(pairOf(easy))).toEqual({ locale: 'en-GB', level: 'easy' });
  expect(await keepLevel(services, 'standard')).toMatch(/^signpost-reading=[^;]*; Max-Age=0;/);
  expect(await readerWith('')).toEqual({ locale: 'en-GB', level: 'standard' });
});

test('the cookie is the same for everybody who reads easy text', async () => {
  expect(await keepLevel(services, 'easy')).toBe(await keepLevel(services, 'easy'));
});

test('what somebody has just said goes before what their cookie still says', async () => {
  const easy = pairOf(await keepLevel(services, 'easy'));
  expect(await readerWith(easy, { reading: 'standard' })).toMatchObject({ level: 'standard' });
  expect(await readerWith('', { reading: 'easy' })).toMatchObject({ level: 'easy' });
});

test('a cookie that we did not write counts for nothing', async () => {
  const foreign = await keepLevel(servicesWith('another secret, and long enough too'), 'easy');
  for (const cookie of [pairOf(foreign), 'signpost-reading=easy', 'signpost-reading=', '%%%'])
    expect(await readerWith(cookie)).toMatchObject({ level: 'standard' });
  const other = await services.cookies.reading.serialize(['easy']);
  expect(await readerWith(pairOf(other))).toMatchObject({ level: 'standard' });
});

test('a form asks for a level that there is, or for none', () => {
  expect(askedLevel(form({ reading: 'easy' }))).toBe('easy');
  expect(askedLevel(form({ reading: 'standard' }))).toBe('standard');
  for (const reading of ['', 'Easy', 'easiest', 'null'])
    expect(askedLevel(form({ reading }))).toBeNull();
  expect(askedLevel(form({}))).toBeNull();
});
