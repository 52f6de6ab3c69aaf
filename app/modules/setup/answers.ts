import { z } from 'zod';
import { isLoopback } from '#app/platform/loopback.ts';
import { readSettings } from '#app/platform/mail/settings.ts';
import { nations } from '#scenarios/kit/vocabulary.ts';

const name = (most: number, what: string) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, `Write ${what}.`)
        .max(most, `Write ${what} in ${most} characters at most.`)
        .regex(/^\P{Cc}*$/u, `Write ${what} in ordinary characters.`),
    );

/** What setting up must know. An answer that is unsafe is refused with a sentence. */
export const answerSchemas = {
  organisation: name(120, 'the name of the organisation'),
  nation: z.enum(nations, { error: `Write one of ${nations.join(', ')}.` }),
  name: name(120, 'the name of the first administrator'),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email('Write a work email address, such as a.malik@school.sch.uk.').max(254)),
  origin: z
    .string()
    .trim()
    .transform((text, context) => readOrigin(text, context)),
  mail: z
    .string()
    .trim()
    .transform((text) => (text.toLowerCase() === 'none' ? '' : text))
    .refine(
      (url) => url === '' || readSettings({ url, from: 'a@example.org' }) !== null,
      'Write the mail server like smtp://user:password@mail.example.org:587, or none.',
    ),
  from: z
    .string()
    .trim()
    .refine(
      (from) => from === '' || readSettings({ url: 'smtp://localhost', from }) !== null,
      'Write the sender like Signpost <signpost@example.org>.',
    ),
} as const;

export type Question = keyof typeof answerSchemas;
export type Answers = { [Q in Question]: z.output<(typeof answerSchemas)[Q]> };

function readOrigin(text: string, context: z.RefinementCtx): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const problem = !url
    ? 'Write the public address, such as https://signpost.school.sch.uk.'
    : url.href !== `${url.origin}/`
      ? 'Write the address without a path, a name or a password.'
      : url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))
        ? 'The address must begin with https://, or passwords could be read on their way. http:// is for this machine alone, such as http://localhost:3000.'
        : null;
  if (problem) context.addIssue(problem);
  return url?.origin ?? '';
}
