import type { Track } from '#scenarios/kit/vocabulary.ts';
import { may } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';

/** Parents' and young people's scenarios are public; staff's want a sign-in. */
export function mayOpenTrack(track: Track, session: Pick<Session, 'roles'> | null): boolean {
  return track !== 'staff' || (session !== null && may(session, 'attempts.play'));
}

/** What somebody finds at a track: it is open, it wants a sign-in, or they have no part in it. */
export type Door = 'open' | 'signIn' | 'notYours';

export function doorOf(track: Track, session: Pick<Session, 'roles'> | null): Door {
  if (mayOpenTrack(track, session)) return 'open';
  return session ? 'notYours' : 'signIn';
}

/** The picture tells every scene and ending: it is for who approves, writes or leads a group. */
export function mayOpenPicture(session: Pick<Session, 'roles'> | null): boolean {
  return session !== null && may(session, 'scenarios.draw');
}

/** The guide tells the key decisions, and what to say of them: it is for who leads, writes or approves. */
export function mayLead(session: Pick<Session, 'roles'> | null): boolean {
  return session !== null && may(session, 'scenarios.lead');
}
