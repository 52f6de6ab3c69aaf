import { expect, test } from 'vitest';
import { shortenRepeated } from './shorten.ts';

const long = 'some words '.repeat(500);

test.each([
  ['in quotation marks', `“${long}” is too long. Make two of it.`],
  ['in straight marks', `${JSON.stringify(`a "${long}`)} is too long. Make two of it.`],
  ['with a quotation inside', `““Yes,” ${long}” is too long. Make two of it.`],
  ['in brackets', `{{${long}}} is too long. Make two of it.`],
  ['without a space', `${'word'.repeat(900)} is too long. Make two of it.`],
])('what a message repeats %s is cut, and what it says is kept', (_, message) => {
  expect(shortenRepeated(message).length).toBeLessThan(240);
  expect(shortenRepeated(message)).toMatch(/ is too long\. Make two of it\.$/);
});

test('a message of its own words is left as it is, however long', () => {
  const message = `"a" is not known here. ${'Write "x", “y” or something else. '.repeat(40)}`;
  expect(shortenRepeated(message)).toBe(message);
});

test.each(['“', '"', '“a', '"\\', '{{', '““”'])('nothing of “%s” makes it slow', (sign) => {
  expect(shortenRepeated(sign.repeat(200_000))).toBeTypeOf('string');
});
