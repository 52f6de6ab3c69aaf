import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Piece, wordDiff } from './word-diff.ts';

const written = (pieces: Piece[]) =>
  pieces
    .map(({ in: where, text }) =>
      where === 'both' ? text : where === 'before' ? `[-${text}-]` : `[+${text}+]`,
    )
    .join('');
const diff = (before: string, after: string) => written(wordDiff(before, after, 'en-GB'));

test.each([
  ['Tell her now.', 'Tell her now.', 'Tell her now.'],
  ['', 'Tell her.', '[+Tell her.+]'],
  ['Tell her.', '', '[-Tell her.-]'],
  ['', '', ''],
  ['Tell her now.', 'Tell him now.', 'Tell [-her-][+him+] now.'],
  ['Tell her now.', 'Tell her calmly now.', 'Tell her [+calmly +]now.'],
  ['Tell her very calmly.', 'Tell her.', 'Tell her[- very calmly-].'],
  // What was rewritten is one change, and not a word in turn with another.
  ['Go to her room.', 'Leave by this door.', '[-Go to her room-][+Leave by this door+].'],
  ['One word', 'One  word', 'One[- -][+  +]word'],
])('%j → %j', (before, after, expected) => {
  expect(diff(before, after)).toBe(expected);
});

test('words are found where a script has no spaces between them', () => {
  expect(written(wordDiff('我告诉老师', '我告诉妈妈', 'zh-Hans'))).toBe('我告诉[-老师-][+妈妈+]');
});

const text = fc
  .array(fc.constantFrom('a', 'b', 'her', 'him', ' ', '  ', '. ', '“', '’', 'né', '👩‍👧', '\n'), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

test('both texts can be read off it again, whatever they are', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (before, after) => {
      const pieces = wordDiff(before, after, 'en-GB');
      const without = (gone: Piece['in']) =>
        pieces.map((piece) => (piece.in === gone ? '' : piece.text)).join('');
      expect(without('after')).toBe(before);
      expect(without('before')).toBe(after);
      expect(pieces.every(({ text }) => text !== '')).toBe(true);
      if (before === after) expect(pieces.every((piece) => piece.in === 'both')).toBe(true);
    }),
    { numRuns: 500 },
  );
});
