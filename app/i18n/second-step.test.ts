import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const folder = path.join(import.meta.dirname, 'locales/en-GB');
const otherNames = /second[- ]factor|two[- ](factor|step)|\b2fa\b|\bmfa\b/i;

/** Everything that is said, without the keys it is found by. */
function sentencesOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return words && typeof words === 'object' ? Object.values(words).flatMap(sentencesOf) : [];
}

test.each(readdirSync(folder))('%s calls the second step by that name and no other', (file) => {
  const words: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  expect(sentencesOf(words).filter((sentence) => otherNames.test(sentence))).toEqual([]);
});
