import { actorOf, recordAudit } from '../audit/record.server.ts';
import type { Services } from '../services.ts';
import type { Account } from './accounts.server.ts';
import { renewSession } from './enter.server.ts';
import { type PasswordProblem, passwordProblem } from './new-password.ts';
import { readCode } from './readable-code.ts';
import type { NewSecondFactor } from './second-factors.server.ts';
import { type EndedBecause, hashToken, type Session } from './session.server.ts';
import { tellOwner } from './tell-owner.server.ts';

/** Whether this browser has proved within the last minutes that it is its owner who uses it. */
export async function hasFreshProof(
  { identity }: Services,
  request: Request,
  session: Session,
): Promise<boolean> {
  return (await identity.proofOf(request)) === session.userId;
}

/** Whether somebody must type the password they have before they choose another one. */
export function needsCurrentPassword({ mustChangeCode, openedBy }: Session, account: Account) {
  // Who came by a link, or by a second step, may have forgotten it.
  const provedOtherwise = ['link', 'second-factor', 'invitation'].includes(openedBy);
  return account.hasPassword && !mustChangeCode && !provedOtherwise;
}

export type NewPasswordProblem = PasswordProblem | 'current';

/** Gives somebody a new password, and ends what is signed in with the old one elsewhere. */
export async function changePassword(
  services: Services,
  request: Request,
  session: Session,
  form: FormData,
): Promise<{ problem: NewPasswordProblem } | { cookies: string[] }> {
  const { identity, clock } = services;
  const account = await identity.accountOf(session.userId);
  const login = account.email ?? account.username ?? '';
  const text = (name: string) => String(form.get(name) ?? '');
  if (
    needsCurrentPassword(session, account) &&
    !(await isPassword(services, login, text('current')))
  )
    return { problem: 'current' };
  const known = [login, session.person.name, session.organisation.name];
  const problem = passwordProblem(text('password'), text('again'), known);
  if (problem) return { problem };
  await record(services, session, 'password-changed');
  await identity.setPassword(session.userId, text('password'), null);
  await tellOwner(services, session.userId, 'password-changed', request);
  // A code from a manager proves no second factor; a password chosen here changes none.
  const how = { by: 'password', secondFactor: session.secondFactor } as const;
  const { token, cookie } = await renewSession(services, request, session, how);
  await endElsewhere(services, session, token, 'changed');
  const tried = await identity.tryPassword(login, text('password'), clock());
  return { cookies: tried.outcome === 'proved' ? [...tried.cookies, cookie] : [cookie] };
}

/** Whether a password is somebody's; tried as often as at the front door and no oftener. */
async function isPassword({ identity, limits, clock }: Services, login: string, password: string) {
  if (!password || !(await limits.allows('login', login))) return false;
  return (await identity.tryPassword(login, password, clock())).outcome !== 'refused';
}

/** What was typed did not fit, or was tried too often. */
export type TryProblem = 'wrong' | 'too-many';
type OrProblem<T> = T | { problem: TryProblem };

/** Begins a second factor, the first or one on a new phone, for whoever types their password. */
export async function startSecondFactor(
  { identity, limits }: Services,
  request: Request,
  session: Session,
  password: string,
): Promise<OrProblem<NewSecondFactor>> {
  if (!(await limits.allows('login', session.userId))) return { problem: 'too-many' };
  const made = await identity.startSecondFactor(request, password || undefined);
  return made ?? { problem: 'wrong' };
}

/** Puts a second factor in place once its first code fits, and starts a session that has it. */
export async function confirmSecondFactor(
  services: Services,
  request: Request,
  session: Session,
  typed: string,
  held: string,
): Promise<OrProblem<{ cookies: string[] }>> {
  const { identity, limits } = services;
  const { userId } = session;
  const tried = await tryCode(services, session, 'setUp', typed);
  if ('problem' in tried) return tried;
  const { hasSecondFactor: hadOne } = await identity.accountOf(userId);
  const cookies = await identity.confirmSecondFactor(request, userId, tried.code, held);
  if (!cookies) return { problem: 'wrong' };
  for (const kind of ['setUp', 'code'] as const) await limits.forget(kind, userId);
  await record(services, session, 'second-factor-set');
  await tellOwner(services, userId, hadOne ? 'second-factor-moved' : 'second-factor-set', request);
  const how = { by: 'second-factor', secondFactor: true } as const;
  const { token, cookie } = await renewSession(services, request, session, how);
  await endElsewhere(services, session, token, 'changed');
  return { cookies: [...cookies, cookie] };
}

/** Makes new recovery codes for whoever knows the password and holds the app; the old ones are void. */
export async function makeRecoveryCodes(
  services: Services,
  request: Request,
  session: Session,
  password: string,
  typed: string,
): Promise<OrProblem<{ codes: string[] }>> {
  const { identity, limits } = services;
  if (!(await limits.allows('login', session.userId))) return { problem: 'too-many' };
  const tried = await tryCode(services, session, 'code', typed);
  if ('problem' in tried) return tried;
  const codes = await identity.newRecoveryCodes(request, password || undefined, tried.code);
  if (!codes) return { problem: 'wrong' };
  await record(services, session, 'recovery-codes-made');
  await tellOwner(services, session.userId, 'recovery-codes-made', request);
  return { codes };
}

/** A code of the app that may be tried: not too often, and none that was used. */
async function tryCode(
  { limits }: Services,
  { userId }: Session,
  kind: 'code' | 'setUp',
  typed: string,
): Promise<OrProblem<{ code: string }>> {
  const code = readCode(typed);
  if (!(await limits.allows(kind, userId))) return { problem: 'too-many' };
  const isFresh = await limits.allows('sameCode', `${userId} ${code}`);
  return isFresh ? { code } : { problem: 'wrong' };
}

/** Ends every session of a user but one, wherever it is. */
export async function endElsewhere(
  { identity, clock }: Services,
  { userId }: Session,
  token: string | null,
  because: EndedBecause,
): Promise<void> {
  await identity.endSessions(userId, token ? hashToken(token) : null, because, clock());
}

type AccountKind = 'password-changed' | 'second-factor-set' | 'recovery-codes-made';
async function record({ database }: Services, session: Session, kind: AccountKind) {
  await database.within(session.scope, (transaction) =>
    recordAudit(transaction, actorOf(session), { kind, details: {} }),
  );
}
