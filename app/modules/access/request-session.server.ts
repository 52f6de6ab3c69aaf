import { redirect } from '@remix-run/node';
import type { Services } from '../services.ts';
import { may, type Permission } from './roles.ts';
import { findSession, gateOf, type Session } from './session.server.ts';
import { withNext } from './with-next.ts';

/** The token that a request's cookie carries; `null` without one, or when it was tampered with. */
export async function sessionToken(
  request: Request,
  { cookies }: Services,
): Promise<string | null> {
  const value: unknown = await cookies.session.parse(request.headers.get('Cookie'));
  return typeof value === 'string' && value !== '' ? value : null;
}

export async function sessionOf(request: Request, services: Services): Promise<Session | null> {
  return findSession(services.database, await sessionToken(request, services), services.clock());
}

/** Whoever is signed in, even if how they sign in must be set right first; or the way to sign in. */
export async function requireSignedIn(request: Request, services: Services): Promise<Session> {
  const session = await sessionOf(request, services);
  if (!session) throw toSignIn(request);
  return session;
}

/** The session of a request, or the way to sign in, or to set right how one does, and come back. */
export async function requireSession(request: Request, services: Services): Promise<Session> {
  const session = await requireSignedIn(request, services);
  if (gateOf(session)) throw refusal(request, session, null);
  return session;
}

/** The session of a request whose holder may do a thing; 403 where they may not. */
export async function requirePermission(
  request: Request,
  services: Services,
  permission: Permission,
) {
  const session = await requireSession(request, services);
  if (may(session, permission)) return session;
  throw refusal(request, session, permission);
}

/** What somebody is told who may not do a thing: how they could, or that they cannot. */
export function refusal(request: Request, session: Session, permission: Permission | null) {
  const gate = gateOf(session);
  if (gate) return redirect(withNext(gate, addressOf(request)), 303);
  return permission && may({ roles: session.withheld }, permission)
    ? redirect(withNext('/account/second-factor', addressOf(request)), 303)
    : new Response(null, { status: 403 });
}

/** After a form, the way back leads to the page it stood on. */
export function toSignIn(request: Request): Response {
  return redirect(withNext('/sign-in', addressOf(request)), 303);
}

function addressOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}

/** On to a page, with cookies that the browser is to keep. */
export function redirectWith(location: string, cookies: string[]) {
  const headers = new Headers();
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return redirect(location, { status: 303, headers });
}

/** What may follow the page that somebody is on. */
export function nextOf(request: Request): string | null {
  return safeNext(new URL(request.url).searchParams.get('next'));
}

/** Only a path of our own may follow a sign-in, never an address somebody else has written. */
export function safeNext(next: FormDataEntryValue | string | null): string | null {
  return typeof next === 'string' && /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) ? next : null;
}
