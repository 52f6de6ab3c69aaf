import riverbank from '#prisma/seed/riverbank-academy.json' with { type: 'json' };
import type { Look } from '#scenarios/kit/looks.ts';

/** The parts one can step into; further ones join with what they are for. */
export const demoParts = ['staff', 'manager', 'dsl', 'facilitator', 'author'] as const;
export type DemoPart = (typeof demoParts)[number];

export type DemoPerson = { part: DemoPart; name: string; look: Look };

const plain = { hair: 'black', beard: 'none', glasses: 'none' } as const;
const looks: Record<DemoPart, Look> = {
  staff: { ...plain, head: 'afro', skin: 'tone5', clothes: 'teal' },
  manager: { ...plain, head: 'noHair3', skin: 'tone1', clothes: 'slate', glasses: 'glasses' },
  dsl: { ...plain, head: 'hijab', skin: 'tone3', clothes: 'mustard' },
  facilitator: { ...plain, head: 'medium1', skin: 'tone1', hair: 'auburn', clothes: 'navy' },
  author: { ...plain, head: 'short3', skin: 'tone2', hair: 'brown', clothes: 'plum' },
};

export function isDemoPart(value: unknown): value is DemoPart {
  return (demoParts as readonly unknown[]).includes(value);
}

/** Who plays each part at Riverbank Academy. */
export const demoPeople: DemoPerson[] = demoParts.flatMap((part) =>
  riverbank.people
    .filter((person) => person.demo === part)
    .map(({ name }) => ({ part, name, look: looks[part] })),
);
