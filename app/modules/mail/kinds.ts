import { z } from 'zod';

/** What somebody typed stands in one line of a message, and begins no other. */
const oneLine = z.string().transform((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim());
const link = z.url({ protocol: /^https?$/ }).regex(/^\S+$/);

/** What messages there are, and what each is written from. */
export const messageKinds = {
  invitation: z.object({
    organisation: oneLine,
    name: oneLine,
    link,
    validUntil: z.iso.date(),
    needsSecondStep: z.boolean(),
  }),
  'sign-in-link': z.object({ link, minutes: z.int().positive() }),
  'password-changed': z.object({}),
  'second-factor-set': z.object({}),
  'second-factor-moved': z.object({}),
  'second-factor-removed': z.object({}),
  'recovery-codes-made': z.object({}),
  'address-proved': z.object({}),
  test: z.object({}),
} as const;

export type MessageKind = keyof typeof messageKinds;
export type MessageValues<K extends MessageKind> = z.input<(typeof messageKinds)[K]>;
