import { needsSecondFactor } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';
import type { Person } from './person.server.ts';

/** Whether somebody must set up a second step when they first sign in. */
export function needsSecondStep(
  { secondFactorForAll }: Pick<Session['organisation'], 'secondFactorForAll'>,
  { roles }: Pick<Person, 'roles'>,
): boolean {
  return secondFactorForAll || roles.some(({ role }) => needsSecondFactor(role));
}
