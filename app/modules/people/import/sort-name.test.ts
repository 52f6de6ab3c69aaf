// cspell:ignore Bhriain Máire Souza
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortNameOf } from './sort-name.ts';

test.each([
  ['Ruth Adeyemi', 'Adeyemi, Ruth'],
  ['Mary Ann Smith', 'Smith, Mary Ann'],
  ['Aoife O’Brien', 'O’Brien, Aoife'],
  ["Aoife O'Brien", "O'Brien, Aoife"],
  ['Anna van der Berg', 'van der Berg, Anna'],
  ['Anna Van Der Berg', 'Van Der Berg, Anna'],
  ['Luis de Souza', 'de Souza, Luis'],
  ['Ahmed bin Ali', 'bin Ali, Ahmed'],
  ['Máire Ní Bhriain', 'Ní Bhriain, Máire'],
  ['Olivia St John', 'St John, Olivia'],
  ['Tom Featherstone-Haugh', 'Featherstone-Haugh, Tom'],
  ['فاطمة الزهراء', 'الزهراء, فاطمة'],
  ['Zoë Quill 🎉', 'Quill 🎉, Zoë'],
])('%s is listed under %s', (name, sortName) => expect(sortNameOf({ name })).toBe(sortName));

test.each(['Cher', 'Zoë 👩🏽‍🏫', '🎉', 'Adeyemi, Ruth', 'van'])('%s stays as it is', (name) =>
  expect(sortNameOf({ name })).toBe(name),
);

test('a particle that comes first is a first name', () => {
  expect(sortNameOf({ name: 'Van Morrison' })).toBe('Morrison, Van');
});

test('the parts of a name, where both are known, say it', () => {
  const parts = { firstName: 'Ana', lastName: 'García Márquez' };
  expect(sortNameOf({ name: 'Ana García Márquez', ...parts })).toBe('García Márquez, Ana');
  expect(sortNameOf({ name: 'Cher', firstName: 'Cher' })).toBe('Cher');
  expect(sortNameOf({ name: 'Cher', lastName: 'Cher' })).toBe('Cher');
});

test('no word of a name is lost', () => {
  const word = fc.stringMatching(/^[A-Za-zé👩'-]{1,6}$/u);
  const words = (text: string) => text.split(/,? /).sort();
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.constantFrom('van', 'de', 'bin')), { minLength: 1 }),
      (name) => {
        expect(words(sortNameOf({ name: name.join(' ') }))).toEqual([...name].sort());
      },
    ),
  );
});
