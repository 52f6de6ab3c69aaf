import { expect, test } from 'vitest';
import { z } from 'zod';
import symbolNames from '../kit/symbol-names.json' with { type: 'json' };
import data from './rules.json' with { type: 'json' };
import easy from './text/en-GB.easy.json' with { type: 'json' };
import text from './text/en-GB.json' with { type: 'json' };

const audience = z.enum(['staff', 'dsl', 'head', 'parents', 'young-people', 'author']);
const rules = z
  .array(
    z.strictObject({
      id: z.string().regex(/^(GEN|GRO|NUD|RAD|VIC|BUL|LIV|AIX|ALL|STV|CHA|COM|SEQ)-\d+$/),
      audience: z.array(audience).min(1),
      source: z.string().min(1),
      grave: z.boolean(),
      tightened: z.boolean(),
      from: z.array(z.string()).optional(),
    }),
  )
  .parse(data);
const ids = rules.map((rule) => rule.id);
const sequence = rules.filter((rule) => rule.id.startsWith('SEQ-'));
const idsWhere = (flag: 'grave' | 'tightened') =>
  rules.filter((rule) => rule[flag]).map((rule) => rule.id);

test('ids are unique', () => {
  expect(new Set(ids).size).toBe(ids.length);
});

test('every rule of the reference is here', () => {
  const counts: Record<string, number> = {};
  for (const id of ids) {
    const [family = ''] = id.split('-');
    counts[family] = (counts[family] ?? 0) + 1;
    // Each family is numbered from 1 without a gap.
    expect(id).toBe(`${family}-${counts[family]}`);
  }
  expect(counts).toEqual({
    GEN: 12,
    GRO: 8,
    NUD: 15,
    RAD: 7,
    VIC: 5,
    BUL: 3,
    LIV: 2,
    AIX: 5,
    ALL: 4,
    STV: 1,
    CHA: 3,
    COM: 3,
    SEQ: 23,
  });
});

test('every rule has its words and none are orphaned', () => {
  expect(Object.keys(text).sort()).toEqual([...ids].sort());
});

test('each is in Easy Read too: short full sentences, one to a symbol (ACC-1 to ACC-4)', () => {
  expect(Object.keys(easy)).toEqual(Object.keys(text));
  const symbols = new Set(symbolNames);
  for (const [id, { name, says }] of Object.entries(easy)) {
    expect.soft(name.split(/\s+/).length, `${id}: ${name}`).toBeLessThanOrEqual(8);
    for (const { text: sentence, symbol } of says) {
      expect.soft(sentence.split(/\s+/).length, `${id}: ${sentence}`).toBeLessThanOrEqual(15);
      expect.soft(sentence, id).not.toMatch(/n’t\b|’(re|ve|ll|m|d)\b|[.!?]\s+\S/);
      expect.soft(symbols, id).toContain(symbol);
    }
  }
});

test('Easy Read loses no number, no service and no age (ACC-16)', () => {
  const facts = (said: string) => [...new Set(said.match(/\d+|[A-Z]{4,}/g))].sort();
  const kept = Object.entries(text).map(([id, { name, says }]) => {
    const words = Object.entries(easy).find(([other]) => other === id)?.[1];
    const inEasy = new Set(facts(JSON.stringify(words?.says ?? [])));
    return [id, facts(`${name} ${says}`).filter((fact) => !inEasy.has(fact))] as const;
  });
  expect(kept.filter(([, lost]) => lost.length > 0)).toEqual([]);
});

test('no sentence is longer than 25 words', () => {
  for (const [id, { says }] of Object.entries(text)) {
    for (const sentence of says.split(/(?<=[.!?][”’)]*)\s+/)) {
      expect(sentence.split(/\s+/).length, `${id}: ${sentence}`).toBeLessThanOrEqual(25);
    }
  }
});

test('a name is short, and no other rule has it', () => {
  const names = Object.values(text).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name.length, name).toBeLessThanOrEqual(42);
});

test('the grave errors are breaches of SEQ-1 to 5, 11 and 14', () => {
  expect(idsWhere('grave')).toEqual([
    'SEQ-1',
    'SEQ-2',
    'SEQ-3',
    'SEQ-4',
    'SEQ-5',
    'SEQ-11',
    'SEQ-14',
  ]);
});

test('the tightened rows are the ones the reference marks', () => {
  const marked = [1, 2, 3, 6, 13, 15, 22, 23].map((number) => `SEQ-${number}`);
  expect(idsWhere('tightened')).toEqual(marked);
});

test('only sequence rules name the rules they come from, and those exist', () => {
  for (const rule of rules) {
    expect(rule.from !== undefined, rule.id).toBe(sequence.includes(rule));
    for (const id of rule.from ?? []) expect(ids, rule.id).toContain(id);
  }
});

test('a sequence rule repeats the sources of the rules it comes from', () => {
  for (const rule of sequence) {
    for (const cited of rules.filter(({ id }) => rule.from?.includes(id))) {
      for (const part of cited.source.split('; ')) {
        expect(rule.source, `${rule.id} from ${cited.id}`).toContain(part);
      }
    }
  }
});
