import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { chooseLocale, type Reader } from '#app/i18n/i18n.ts';
import { type ReadingLevel, readingLevels } from '#scenarios/kit/vocabulary.ts';
import type { Services } from '../services.ts';

/**
 * How somebody reads is kept in their browser and nowhere else: an organisation never learns it, and
 * nothing that is recorded says it (decision 0018).
 */
const levelSchema = z.enum(readingLevels);

/** Whom a page is for: their language, and how they read. */
export async function readerOf({
  request,
  context: { services, reading },
}: Pick<LoaderFunctionArgs, 'request' | 'context'>): Promise<Reader> {
  return {
    locale: chooseLocale(request.headers.get('Accept-Language')),
    level: reading ?? (await keptLevel(request, services)),
  };
}

async function keptLevel(request: Request, { cookies }: Services): Promise<ReadingLevel> {
  const kept = levelSchema.safeParse(await cookies.reading.parse(request.headers.get('Cookie')));
  return kept.success ? kept.data : 'standard';
}

/** The level that a form asks for; `null` where it asks for something else, or for none. */
export function askedLevel(form: FormData): ReadingLevel | null {
  return levelSchema.safeParse(form.get('reading')).data ?? null;
}

/** The cookie that keeps a level. What everybody gets unasked needs none. */
export function keepLevel({ cookies }: Services, level: ReadingLevel): Promise<string> {
  return level === 'standard'
    ? cookies.reading.serialize('', { maxAge: 0 })
    : cookies.reading.serialize(level);
}
