import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasStrayBrackets, parsePlaceholder, placeholdersIn, segmentsOf } from './placeholders.ts';
import { contactFields, contactSlots, wordsOf } from './vocabulary.ts';

test('a contact is a slot and a field that exist', () => {
  expect(parsePlaceholder('dsl.name')).toEqual({ slot: 'dsl', field: 'name' });
  for (const inside of ['dsl', 'dsl.', 'dsl.fax', 'toString.name', 'dsl.name.first', ''])
    expect(parsePlaceholder(inside), inside).toBeNull();
});

test('a text is split into words and the contacts it names, in order', () => {
  expect(segmentsOf('Ring {{dsl.name}} on {{ dsl.phone }}.')).toEqual([
    'Ring ',
    { slot: 'dsl', field: 'name' },
    ' on ',
    { slot: 'dsl', field: 'phone' },
    '.',
  ]);
  expect(segmentsOf('{{head.name}}')).toEqual([{ slot: 'head', field: 'name' }]);
  expect(segmentsOf('No contact.')).toEqual(['No contact.']);
});

test('an unknown placeholder stays as it is written', () => {
  expect(segmentsOf('Ask {{nobody.name}} now')).toEqual(['Ask {{nobody.name}} now']);
  expect(placeholdersIn('Ask {{ nobody.name }} now')).toEqual(['nobody.name']);
});

test('brackets without a partner are noticed', () => {
  for (const text of ['{{dsl.name}', 'dsl.name}}', '{{ {{dsl.name}}', '{{dsl.name']) {
    expect(hasStrayBrackets(text), text).toBe(true);
  }
  for (const text of ['{{dsl.name}}', '{dsl.name}', 'none']) {
    expect(hasStrayBrackets(text), text).toBe(false);
  }
});

test('no text is lost: the segments joined are the text again', () => {
  const contact = fc
    .tuple(fc.constantFrom(...wordsOf(contactSlots)), fc.constantFrom(...contactFields))
    .map(([slot, field]) => `{{${slot}.${field}}}`);
  const piece = fc.oneof(contact, fc.string(), fc.constantFrom('{{', '}}', '{', '{{x.y}}'));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      const joined = segmentsOf(text).map((segment) =>
        typeof segment === 'string' ? segment : `{{${segment.slot}.${segment.field}}}`,
      );
      expect(joined.join('')).toBe(text);
    }),
  );
});
