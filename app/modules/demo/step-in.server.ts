import type { Services } from '../services.ts';
import { type DemoPart, demoPeople, isDemoPart } from './people.ts';
import { findDemoPerson } from './seed.server.ts';

/** Who plays a demo part, as a session needs it; `null` when nobody does. */
export async function stepIn({ database }: Services, part: unknown) {
  if (!isDemoPart(part)) return null;
  const name = demoPeople.find((person) => person.part === part)?.name;
  const person = name ? await findDemoPerson(database, name) : null;
  if (!person?.userId) return null;
  return {
    part,
    userId: person.userId,
    organisationId: person.organisationId,
    personId: person.id,
  };
}

/** The page where a demo person's day begins. */
export function landingOf(part: DemoPart): string {
  return part === 'staff' ? '/scenarios' : '/compliance';
}
