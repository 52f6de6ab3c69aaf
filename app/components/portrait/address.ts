import { z } from 'zod';
import {
  beards,
  clothes,
  glasses,
  hairs,
  heads,
  type Look,
  type Mood,
  moodSchema,
  skins,
} from '#scenarios/kit/looks.ts';

const addressSchema = z.tuple([
  z.enum(heads),
  z.enum(skins),
  z.enum(hairs),
  z.enum(clothes),
  z.enum(beards),
  z.enum(glasses),
  moodSchema,
]);

/** Where the picture of somebody in a mood is: the address says all of it, so it never changes. */
export function portraitAddress(look: Look, mood: Mood): string {
  const { head, skin, hair, clothes, beard, glasses } = look;
  return `/characters/${[head, skin, hair, clothes, beard, glasses, mood].join('-')}.svg`;
}

/** What the last part of such an address asks for; `null` when it asks for nothing that exists. */
export function readPortraitAddress(file: string): { look: Look; mood: Mood } | null {
  const parts = addressSchema.safeParse(file.replace(/\.svg$/, '').split('-'));
  if (!parts.success || !file.endsWith('.svg')) return null;
  const [head, skin, hair, clothes, beard, glasses, mood] = parts.data;
  return { look: { head, skin, hair, clothes, beard, glasses }, mood };
}
