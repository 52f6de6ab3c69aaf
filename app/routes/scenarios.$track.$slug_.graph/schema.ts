import { z } from 'zod';

export const sizes = ['whole', 'small', 'reading', 'large'] as const;
const sizeSchema = z.enum(sizes).catch('whole');

/** How large the picture is to be; whole where nobody has said, or said something else. */
export function sizeIn(url: string) {
  return sizeSchema.parse(new URL(url).searchParams.get('size'));
}

const findingSchema = z.coerce.number().int().min(0).nullable().catch(null);

/** The number of the finding whose path is to stand out; `null` for none. */
export function findingIn(url: string): number | null {
  return findingSchema.parse(new URL(url).searchParams.get('finding'));
}
