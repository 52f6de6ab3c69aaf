import { expect, test } from 'vitest';
import { contactProblems, contactSchema } from './contact-form.ts';
import { problemsOf } from './forms.ts';

const right = { name: 'Nasreen Malik', phone: '01632 960001', email: 'lead@school.example' };

function problems(typed: Record<string, unknown>) {
  const read = contactSchema.safeParse({ ...right, ...typed });
  return read.success ? [] : problemsOf(read.error, contactProblems);
}

test.each([
  ['01632 960001', '01632 960001'],
  ['  01632-960-001 ', '01632 960 001'],
  ['+44 (0)1632 960001', '+44 (0)1632 960001'],
  ['(01632) 960001 ext 12', '(01632) 960001 ext 12'],
  ['01632 960001 Ext. 12', '01632 960001 Ext. 12'],
  ['101', '101'],
  ['', null],
])('the phone number %j is kept as %j', (phone, kept) =>
  expect(contactSchema.parse({ ...right, phone }).phone).toBe(kept),
);

test.each(['ring the office', 'ext 12', '01632 960001 ext', '01632/960001', '+ ()', '٠١٦٣٢'])(
  'the phone number %j is refused',
  (phone) => expect(problems({ phone })).toEqual(['phoneShape']),
);

test.each([
  [{ name: '   ' }, 'nameMissing'],
  [{ name: undefined }, 'nameMissing'],
  [{ name: ['a', 'b'] }, 'nameMissing'],
  [{ name: 'a'.repeat(121) }, 'nameLong'],
  [{ phone: '1'.repeat(41) }, 'phoneLong'],
  [{ email: 'office at school' }, 'emailShape'],
  [{ email: `${'a'.repeat(250)}@b.example` }, 'emailLong'],
  [{ phone: '', email: '' }, 'reachMissing'],
])('%j is told as %s', (typed, problem) => expect(problems(typed)).toEqual([problem]));

test('what is as long as it may be is taken', () => {
  expect(problems({ name: 'a'.repeat(120), phone: '1'.repeat(40) })).toEqual([]);
});

test('each field is told of once', () => {
  expect(problems({ name: '', phone: 'x'.repeat(99), email: '@' })).toEqual([
    'nameMissing',
    'phoneLong',
    'emailShape',
  ]);
});

test('what cannot be seen or stored is left out', () => {
  const name = 'Nasreen\u0000\r\n\tMalik\u00a0 ';
  expect(contactSchema.parse({ ...right, name }).name).toBe('Nasreen Malik');
});
