import { expect, test } from 'vitest';
import { ruleIds } from '#scenarios/rules/rules.ts';
import {
  actions,
  contactSlots,
  does,
  type Entry,
  graveRules,
  guards,
  tags,
  wordsOf,
} from './vocabulary.ts';

const tables: Record<string, Record<string, Entry>> = { guards, actions, tags, does, contactSlots };
const entries = Object.entries(tables).flatMap(([table, words]) =>
  Object.entries(words).map(([word, entry]) => ({ name: `${table}.${word}`, word, entry })),
);

test('every word says what it means in one sentence', () => {
  for (const { name, entry } of entries) expect(entry.meaning, name).toMatch(/^[A-Z].*[^.]\.$/);
});

test('every word has a source: the design, or rules that exist', () => {
  for (const { name, entry } of entries) {
    const unknown = entry.source.split(', ').filter((id) => id !== 'design' && !ruleIds.has(id));
    expect(unknown, name).toEqual([]);
  }
});

test('no two words of a table mean the same', () => {
  for (const [table, words] of Object.entries(tables)) {
    const meanings = Object.values(words).map(({ meaning }) => meaning);
    expect(new Set(meanings).size, table).toBe(meanings.length);
  }
});

test('what a choice does and what is true are written in snake_case', () => {
  for (const word of [...wordsOf(does), ...wordsOf(tags)])
    expect(word).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
});

test('the grave rules exist', () => {
  for (const id of graveRules) expect(ruleIds).toContain(id);
});
