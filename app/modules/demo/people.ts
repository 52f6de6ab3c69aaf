import riverbank from '#prisma/seed/riverbank-academy.json' with { type: 'json' };

/** The parts one can step into; further ones join with what they are for. */
export const demoParts = ['staff', 'manager', 'dsl'] as const;
export type DemoPart = (typeof demoParts)[number];

export type DemoPerson = { part: DemoPart; name: string };

export function isDemoPart(value: unknown): value is DemoPart {
  return (demoParts as readonly unknown[]).includes(value);
}

/** Who plays each part at Riverbank Academy. */
export const demoPeople: DemoPerson[] = demoParts.flatMap((part) =>
  riverbank.people.filter((person) => person.demo === part).map(({ name }) => ({ part, name })),
);
