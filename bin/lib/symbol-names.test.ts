import { expect, test } from 'vitest';
import written from '#scenarios/kit/symbol-names.json' with { type: 'json' };
import { symbolNames } from './symbol-names.ts';

test('the symbols that an author may name are those of the set: run npm run scenarios:schema', () => {
  expect(written).toEqual(symbolNames());
});

test.each(['mobile-phone', 'speech-balloon', 'people-dialogue', 'school', 'locked', 'help-others'])(
  'there is a picture of %s',
  (name) => {
    expect(written).toContain(name);
  },
);

test.each(['pistol', 'facebook', 'pile-of-poo', 'flag-england', 'man-dark-skin-tone', 'skull'])(
  '%s is no picture for a hard story',
  (name) => {
    expect(written).not.toContain(name);
  },
);
