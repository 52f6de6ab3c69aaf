import { randomBytes } from 'node:crypto';
import { readableCodeOf } from '../access/readable-code.ts';
import type { Session } from '../access/session.server.ts';
import type { Services } from '../services.ts';

/**
 * What a form is sent with that makes a code or a link. What it makes follows from it: sent twice, it
 * makes the same once more, and nothing that was shown is lost.
 */
export function newPress(): string {
  return randomBytes(16).toString('base64url');
}

export function isPress(text: unknown): text is string {
  return typeof text === 'string' && /^[\w-]{22}$/.test(text);
}

/** What the link carries that a press makes for a person. */
export function tokenOf(
  { identity }: Services,
  session: Session,
  press: string,
  personId: string,
): string {
  return identity.keyOf(labelOf('link', session, press, personId)).toString('base64url');
}

/** The code that a press makes for a person. */
export function codeOf(
  { identity }: Services,
  session: Session,
  press: string,
  personId: string,
): string {
  return readableCodeOf(identity.keyOf(labelOf('code', session, press, personId)));
}

function labelOf(what: string, { person }: Session, press: string, personId: string): string {
  return [what, person.id, press, personId].join(' ');
}
