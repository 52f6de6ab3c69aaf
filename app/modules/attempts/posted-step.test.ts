import { expect, test } from 'vitest';
import { readMove, readPostedStep, sentBack } from './posted-step.ts';

function formOf(move: string | Blob | null, ...choices: string[]): FormData {
  const form = new FormData();
  for (const choice of choices) form.append('choice', choice);
  if (move !== null) form.append('move', move);
  return form;
}
const moved = (move: string, ...choices: string[]) => readMove(formOf(move, ...choices))?.values;

test('a move changes places with the neighbour above or below', () => {
  expect(moved('up.c', 'a', 'b', 'c')).toEqual(['a', 'c', 'b']);
  expect(moved('down.a', 'a', 'b', 'c')).toEqual(['b', 'a', 'c']);
});

test('at either end, and for what is not there, everything stays', () => {
  for (const move of ['up.a', 'down.c', 'up.d'])
    expect(moved(move, 'a', 'b', 'c')).toEqual(['a', 'b', 'c']);
  expect(moved('up.a')).toEqual([]);
});

test.each([null, '', 'up', 'left.a', 'up.', 'up.a.b', '../up.a', new Blob(['up.a'])])(
  'what is no move (%s) is none',
  (move) => {
    expect(readMove(formOf(move, 'a', 'b'))).toBeNull();
  },
);

test('a step without a number is none, and unknown fields are ignored', () => {
  const form = formOf(null, 'a', 'b');
  expect(readPostedStep(form)).toBeNull();
  form.append('step', '2');
  form.append('colour', 'red');
  expect(readPostedStep(form)).toEqual({ step: 2, values: ['a', 'b'] });
});

test('what was sent comes back, but for files', () => {
  const form = formOf(null, 'a', 'b');
  form.append('choice', new Blob(['c']));
  expect(sentBack(form)).toEqual({ values: ['a', 'b'], move: null });
});
