import { z } from 'zod';
import { readingLevels } from '#scenarios/kit/vocabulary.ts';

const levelSchema = z.enum(readingLevels).catch('standard');
const playSchema = z.coerce.number().int().min(0).catch(0);
const languageSchema = z.string().max(40).nullable().catch(null);

/** Which words are to be read, and what has just been done. */
export function askIn(url: string) {
  const query = new URL(url).searchParams;
  return {
    level: levelSchema.parse(query.get('level')),
    language: languageSchema.parse(query.get('language')),
    play: playSchema.parse(query.get('play')),
    done: (['signed', 'withdrawn'] as const).find((done) => query.has(done)) ?? null,
  };
}

export const versionSchema = z.uuid().nullable().catch(null);
