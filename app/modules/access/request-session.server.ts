import { redirect } from '@remix-run/node';
import type { Services } from '../services.ts';
import { may, type Permission } from './roles.ts';
import { findSession, type Session } from './session.server.ts';

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

/** The session of a request, or the way to sign in and come back. */
export async function requireSession(request: Request, services: Services): Promise<Session> {
  const session = await sessionOf(request, services);
  if (!session) throw toSignIn(request);
  return session;
}

/** The session of a request whose holder may do a thing; 403 where they may not. */
export async function requirePermission(
  request: Request,
  services: Services,
  permission: Permission,
) {
  const session = await requireSession(request, services);
  if (!may(session, permission)) throw new Response(null, { status: 403 });
  return session;
}

/** After a form, the way back leads to the page it stood on. */
export function toSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  return redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`, 303);
}

/** Only a path of our own may follow a sign-in, never an address somebody else has written. */
export function safeNext(next: FormDataEntryValue | string | null): string | null {
  return typeof next === 'string' && /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) ? next : null;
}
