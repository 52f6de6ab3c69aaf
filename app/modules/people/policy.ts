import { may, needsSecondFactor, type Role } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';

/** Whom something is done to, with the roles they hold. */
type Somebody = { id: string; roles: readonly Role[] };

const isOneself = (session: Session, { id }: Somebody) => session.person.id === id;
/** Whether somebody's roles open other people's records. */
export const isGuarded = ({ roles }: Somebody) => roles.some(needsSecondFactor);

/** Whether somebody may write a person's name, address, groups and times. */
export function mayChangePerson(session: Session, person: Somebody): boolean {
  if (!may(session, 'people.change')) return false;
  // An address is a way in: nobody gains a role by writing their own into somebody else's record.
  return !isGuarded(person) || may(session, 'roles.change');
}

/** Whether somebody may let a person in: by an invitation, a link or a code. It would let in whoever holds it. */
export function mayLetIn(session: Session, person: Somebody): boolean {
  return mayChangePerson(session, person) && !isOneself(session, person);
}

/** Whether somebody may give or take a role. Nobody takes from themselves the right to give it back. */
export function mayChangeRole(session: Session, person: Somebody, role: Role): boolean {
  if (!may(session, 'roles.change')) return false;
  return !(isOneself(session, person) && role === 'administrator');
}

/** Whether giving a role is asked once more: it opens everybody's records, and is soon given by a slip. */
export const isAskedTwice = (role: string): role is 'administrator' | 'dsl' =>
  role === 'administrator' || role === 'dsl';

export function mayRemoveSecondFactor(session: Session, person: Somebody): boolean {
  return may(session, 'roles.change') && !isOneself(session, person);
}
