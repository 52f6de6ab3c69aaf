import type { Role } from '../../access/roles.ts';
import type { CurrentPerson, Spell } from './plan-types.ts';

/** Somebody as an import finds them: with the facts that end when they leave. */
export type Colleague = CurrentPerson & {
  roles: (Spell & { role: Role })[];
  memberships: (Spell & { groupId: string; name: string })[];
};
