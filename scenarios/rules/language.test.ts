import { expect, test } from 'vitest';
import { z } from 'zod';
import { hardTopics, readingLevels, tags, tracks, wordsOf } from '../kit/vocabulary.ts';
import completenessData from './completeness.json' with { type: 'json' };
import languageData from './language.json' with { type: 'json' };
import readingData from './reading.json' with { type: 'json' };

const pattern = z.string().refine((source) => new RegExp(source, 'i').test('') === false, {
  error: 'A pattern must be a regular expression that does not find nothing.',
});
const speakers = z.array(z.enum(['pupil', 'parent', 'colleague'])).min(1);
const flag = z.union([
  pattern,
  z.strictObject({
    pattern,
    tag: z.enum(wordsOf(tags)).optional(),
    near: pattern.optional(),
    tracks: z.array(z.enum(tracks)).optional(),
    by: speakers.optional(),
  }),
]);
const row = z.strictObject({
  id: z.string().regex(/^(L\d+|CHA-3|VIC-1)$/),
  severity: z.enum(['error', 'warning']),
  tracks: z.array(z.enum(tracks)).min(1),
  everywhere: z.literal(true).optional(),
  flags: z.array(flag).min(1),
  allows: z.array(flag).min(1).optional(),
  speech: speakers.optional(),
  reason: z.string().regex(/^[a-z].*[^.]$/),
  prefer: z.string().regex(/^[A-Z].*[.”]$/),
  source: z.string().min(1),
});
const criterion = { id: z.string().regex(/^ACC-\d+$/), source: z.string().min(1) };

test('the language lint has the shape that its reader promises', () => {
  const rows = z.array(row).parse(languageData);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test('so have the limits of plain language', () => {
  const limit = z.strictObject({ ...criterion, mostWords: z.int() });
  const ages = z.strictObject(Object.fromEntries(tracks.map((track) => [track, z.int()])));
  z.strictObject({
    sentence: z.strictObject(Object.fromEntries(readingLevels.map((level) => [level, limit]))),
    age: z.strictObject({ ...criterion, most: ages, fewestWords: z.int() }),
    legalTerms: z.array(z.string().min(1)).min(1),
  }).parse(readingData);
});

test('so has what makes a scenario whole', () => {
  const note = { id: z.enum(hardTopics), topic: z.string().min(1), warned: pattern };
  z.strictObject({
    notes: z.array(
      z.union([
        z.strictObject({ ...note, told: pattern }),
        z.strictObject({ ...note, tag: z.enum(wordsOf(tags)) }),
      ]),
    ),
    hardTags: z.array(z.enum(wordsOf(tags))).min(1),
    noteSource: z.string().min(1),
    routeSource: z.string().min(1),
  }).parse(completenessData);
});
