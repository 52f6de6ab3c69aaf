import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passwordProblem } from './new-password.ts';

const known = ['Ruth Adeyemi', 'ruth.adeyemi@riverbank.example', 'Riverbank Academy'];
const check = (password: string, again = password) => passwordProblem(password, again, known);

test.each(['elevenchars', '', 'Aa1!Aa1!Aa1'])(
  '%j is too short, whatever characters it has',
  (text) => {
    expect(check(text)).toBe('short');
  },
);

test.each(['password1234', 'passwordpassword', 'qwertyuiop123', '123456789012', 'aaaaaaaaaaaa'])(
  '%j is what many people use',
  (text) => {
    expect(check(text)).toBe('common');
  },
);

test.each(['ruthadeyemi1', 'Riverbank2026!', 'SignpostSignpost', 'Academy.Riverbank'])(
  '%j is easy to guess from who its owner is',
  (text) => {
    expect(check(text)).not.toBeNull();
  },
);

const amina = [
  'amina.malik@hillschool.example',
  'amalik@hill.example',
  'Amina Malik',
  'Hill School',
];
const checkForAmina = (password: string) => passwordProblem(password, password, amina);

test.each([
  'Signpost2026!!',
  'HillSchool2026!!',
  'Hill-School-2026-!?',
  'AminaMalik2026!!',
  'Hillschool123456',
  'amalik20262026',
  'Welcome2HillSchool',
  'PasswordHillSchool1',
  'SeptemberHillSchool',
  'HillSchoolHillSchool!1',
  'S1gnp0st2026!!',
  'Amina.Malik.abcdef',
])('%j is easy to guess for whoever knows Amina Malik of Hill School', (text) => {
  expect(checkForAmina(text)).not.toBeNull();
});

test.each([
  'my hill is green today',
  'school run by bicycle',
  'blue-otter-teapot',
  'k7mZq2xpVt9w',
  'Amina sings under umbrellas',
  'soup on a cold friday',
  'rainykettles',
  'drei blaue kleine Enten',
])('%j is fine for Amina Malik of Hill School', (text) => {
  expect(checkForAmina(text)).toBeNull();
});

test.each([
  'correct horse battery',
  'thomas-kettle-sunday',
  'der blaue Mond am Montag',
  'آم کا درخت بہت پرانا ہے',
  'nur kleine buchstaben',
])('%j is fine, with no capital letter or digit asked for', (text) => {
  expect(check(text)).toBeNull();
});

test('the two must be the same, and there is an end to length', () => {
  expect(check('correct horse battery', 'correct horse batery')).toBe('different');
  expect(check('x'.repeat(129))).toBe('long');
});

test('no text makes it stumble', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => {
      expect(() => check(text)).not.toThrow();
    }),
    { numRuns: 100 },
  );
});
