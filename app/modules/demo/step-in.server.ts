import { z } from 'zod';
import riverbank from '#prisma/seed/riverbank-academy.json' with { type: 'json' };
import type { Services } from '../services.ts';
import { type DemoPart, demoPeople, isDemoPart } from './people.ts';

const whoSchema = z
  .object({ organisationId: z.string(), personId: z.string(), userId: z.string() })
  .nullable();

/** Who plays a demo part, as a session needs it; `null` when nobody does. */
export async function stepIn({ database }: Services, part: unknown) {
  if (!isDemoPart(part)) return null;
  const name = demoPeople.find((person) => person.part === part)?.name;
  const found = await database.call('demo_person', [riverbank.organisation.slug, name]);
  const who = whoSchema.parse(found);
  return who && { part, ...who };
}

/** The page where a demo person's day begins. */
export function landingOf(part: DemoPart): string {
  return part === 'manager' || part === 'dsl' ? '/compliance' : '/scenarios';
}
