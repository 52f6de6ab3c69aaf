import { z } from 'zod';
import type { Services } from '../services.ts';
import { enter, recordFailure } from './enter.server.ts';
import { addressKey } from './limits.server.ts';
import { type HalfProof, readLogin, type Tried } from './proving.server.ts';
import { readCode } from './readable-code.ts';
import { tellProved } from './tell-owner.server.ts';

/** Somebody at the front door: their request, what they typed, where they come from. */
export type Visit = {
  request: Request;
  form: FormData;
  address: string;
  onFault(error: unknown): void;
};

export type SignInProblem =
  | 'empty'
  | 'refused'
  | 'too-many'
  | 'nowhere'
  | 'over'
  /** A second step that was set up under another SIGNPOST_SECRET. */
  | 'unreadable';
export type SignedIn =
  | { outcome: 'in' | 'second-factor'; cookies: string[] }
  | { problem: SignInProblem };

const passwordSchema = z.object({
  login: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(128),
});
const tokenSchema = z.string().regex(/^[A-Za-z]{32}$/);
const codeSchema = z.string().trim().min(6).max(20).transform(readCode);

const problem = (problem: SignInProblem): SignedIn => ({ problem });

/** Signs in by an address or a username and a password. The answer tells nobody whether there is an account. */
export async function signInByPassword(services: Services, visit: Visit): Promise<SignedIn> {
  const { identity, limits, clock } = services;
  const typed = passwordSchema.safeParse(Object.fromEntries(visit.form));
  if (!typed.success) return problem('empty');
  const { login, password } = typed.data;
  const name = readLogin(login);
  const from = addressKey(visit.address);
  if (!(await limits.allows('door', from))) return problem('too-many');
  if (!(await limits.allows('login', name, from))) return problem('too-many');
  if (!(await limits.allows('loginAnywhere', name))) return problem('too-many');
  const tried = await identity.tryPassword(login, password, clock());
  if (tried.outcome === 'refused') {
    // Not waited for: an answer that takes longer would tell that there is an account.
    void identity
      .findUser(login)
      .then((userId) => (userId ? recordFailure(services, userId, 'password') : undefined))
      .catch(visit.onFault);
    return problem('refused');
  }
  await limits.forget('login', name, from);
  await limits.giveBack('loginAnywhere', name);
  await limits.giveBack('door', from);
  return comeIn(services, visit, tried, { by: 'password', secondFactor: false });
}

/** Signs in by the link that a message carried, once. */
export async function signInByLink(services: Services, visit: Visit): Promise<SignedIn> {
  const token = tokenSchema.safeParse(visit.form.get('token'));
  if (!token.success) return problem('over');
  const from = addressKey(visit.address);
  if (!(await services.limits.allows('door', from))) return problem('too-many');
  const tried = await services.identity.tryLink(token.data);
  if (tried.outcome === 'refused') return problem('over');
  await services.limits.giveBack('door', from);
  if (tried.first && tried.outcome === 'proved') {
    await services.identity.endSessions(tried.userId, null, 'changed', services.clock());
    if (tried.first.voided) await tellProved(services, tried.userId, visit.request);
  }
  return comeIn(services, visit, tried, { by: 'link', secondFactor: false });
}

/** The second half of signing in: a code of the authenticator app, or a recovery code. */
export async function signInByCode(services: Services, visit: Visit): Promise<SignedIn> {
  const { identity, limits } = services;
  const half = await halfProofOf(services, visit.request);
  if (!half) return problem('over');
  const code = codeSchema.safeParse(visit.form.get('code'));
  if (!code.success) return problem('empty');
  const { userId } = half;
  if (!(await identity.isReadable(userId))) return problem('unreadable');
  if (!(await limits.allows('code', userId))) return problem('too-many');
  if (!(await limits.allows('sameCode', `${userId} ${code.data}`))) return problem('refused');
  const tried = await identity.trySecondFactor(half, code.data);
  if (tried.outcome !== 'proved') {
    await recordFailure(services, userId, 'second-factor');
    return problem('refused');
  }
  await limits.forget('code', userId);
  const came = await comeIn(services, visit, tried, { by: 'second-factor', secondFactor: true });
  if ('problem' in came) return came;
  return {
    ...came,
    cookies: [...came.cookies, await services.cookies.half.serialize('', { maxAge: 0 })],
  };
}

/** The first half that a browser has proved and that waits for the second. */
export async function halfProofOf(
  { cookies, identity, clock }: Services,
  request: Request,
): Promise<HalfProof | null> {
  const sealed: unknown = await cookies.half.parse(request.headers.get('Cookie'));
  return typeof sealed === 'string' && sealed ? identity.openHalfProof(sealed, clock()) : null;
}

async function comeIn(
  services: Services,
  { request }: Visit,
  tried: Exclude<Tried, { outcome: 'refused' }>,
  how: Parameters<typeof enter>[3],
): Promise<SignedIn> {
  if (tried.outcome === 'second-factor') {
    const sealed = await services.identity.sealHalfProof(tried.half, services.clock());
    return { outcome: 'second-factor', cookies: [await services.cookies.half.serialize(sealed)] };
  }
  const entered = await enter(services, request, tried.userId, how);
  if (!entered) return problem('nowhere');
  return { outcome: 'in', cookies: [...tried.cookies, entered.cookie] };
}
