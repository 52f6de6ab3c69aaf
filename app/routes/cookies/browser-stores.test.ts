import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const app = path.join(import.meta.dirname, '../..');
const sources = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|generated/.test(file),
);
const filesWith = (pattern: RegExp) =>
  sources.filter((file) => pattern.test(readFileSync(path.join(app, file), 'utf8')));

test('nothing is kept in the browser but cookies, or the page must say so', () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(
    filesWith(
      /\b(localStorage|sessionStorage|indexedDB|cookieStore|serviceWorker|caches\.open)\b|document\.cookie/,
    ),
  ).toEqual([]);
});

test('cookies are made in one place, where the page finds them', () => {
  expect(filesWith(/\bcreateCookie\(/)).toEqual(['modules/access/cookies.server.ts']);
});
