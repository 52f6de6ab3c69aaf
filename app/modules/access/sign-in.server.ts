import { z } from 'zod';
import type { Services } from '../services.ts';
import { enter, recordFailure } from './enter.server.ts';
import type { Tried } from './proving.server.ts';
import { readCode } from './readable-code.ts';

/** Somebody at the front door: their request, what they typed, where they come from. */
export type Visit = {
  request: Request;
  form: FormData;
  address: string;
  onFault(error: unknown): void;
};

export type SignInProblem = 'empty' | 'refused' | 'too-many' | 'nowhere' | 'over';
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
  if (!(await limits.allows('door', visit.address))) return problem('too-many');
  if (!(await limits.allows('login', login.toLowerCase()))) return problem('too-many');
  const tried = await identity.tryPassword(login, password, clock());
  if (tried.outcome === 'refused') {
    // Not waited for: an answer that takes longer would tell that there is an account.
    void identity
      .findUser(login)
      .then((userId) => (userId ? recordFailure(services, userId, 'password') : undefined))
      .catch(visit.onFault);
    return problem('refused');
  }
  await limits.forget('login', login.toLowerCase());
  return comeIn(services, visit, tried, { by: 'password', secondFactor: false });
}

/** Signs in by the link that a message carried, once. */
export async function signInByLink(services: Services, visit: Visit): Promise<SignedIn> {
  const token = tokenSchema.safeParse(visit.form.get('token'));
  if (!token.success) return problem('over');
  if (!(await services.limits.allows('door', visit.address))) return problem('too-many');
  const tried = await services.identity.tryLink(token.data);
  if (tried.outcome === 'refused') return problem('over');
  return comeIn(services, visit, tried, { by: 'link', secondFactor: false });
}

/** The second half of signing in: a code of the authenticator app, or a recovery code. */
export async function signInByCode(services: Services, visit: Visit): Promise<SignedIn> {
  const { identity, limits } = services;
  const userId = await identity.awaitedUser(visit.request);
  if (!userId) return problem('over');
  const code = codeSchema.safeParse(visit.form.get('code'));
  if (!code.success) return problem('empty');
  if (!(await limits.allows('code', userId))) return problem('too-many');
  if (!(await limits.allows('sameCode', `${userId} ${code.data}`))) return problem('refused');
  const tried = await identity.trySecondFactor(visit.request, code.data);
  if (tried.outcome !== 'proved') {
    await recordFailure(services, userId, 'second-factor');
    return problem('refused');
  }
  await limits.forget('code', userId);
  return comeIn(services, visit, tried, { by: 'second-factor', secondFactor: true });
}

async function comeIn(
  services: Services,
  { request }: Visit,
  tried: Exclude<Tried, { outcome: 'refused' }>,
  how: Parameters<typeof enter>[3],
): Promise<SignedIn> {
  if (tried.outcome === 'second-factor')
    return { outcome: 'second-factor', cookies: tried.cookies };
  const entered = await enter(services, request, tried.userId, how);
  if (!entered) return problem('nowhere');
  return { outcome: 'in', cookies: [...tried.cookies, entered.cookie] };
}
