import { chooseLocale } from '#app/i18n/i18n.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import { sendMail } from '../mail/send.server.ts';
import type { Services } from '../services.ts';
import type { Account } from './accounts.server.ts';
import { renewSession } from './enter.server.ts';
import { type PasswordProblem, passwordProblem } from './new-password.ts';
import { readCode } from './readable-code.ts';
import type { NewSecondFactor } from './second-factors.server.ts';
import { type EndedBecause, hashToken, type Session } from './session.server.ts';

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
  await tellOwner(services, request, account.email, 'password-changed');
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

/** Begins a second factor, the first or one on a new phone; `null` where the password is not theirs. */
export async function startSecondFactor(
  { identity, limits }: Services,
  request: Request,
  session: Session,
  password: string,
): Promise<NewSecondFactor | null> {
  if (!(await limits.allows('login', session.userId))) return null;
  return identity.startSecondFactor(request, password || undefined);
}

/** Puts a second factor in place once its first code fits, and starts a session that has it. */
export async function confirmSecondFactor(
  services: Services,
  request: Request,
  session: Session,
  typed: string,
  held: string,
): Promise<string[] | null> {
  const { identity } = services;
  const code = await freshCode(services, session, typed);
  const cookies = code && (await identity.confirmSecondFactor(request, session.userId, code, held));
  if (!cookies) return null;
  await record(services, session, 'second-factor-set');
  const { email } = await identity.accountOf(session.userId);
  await tellOwner(services, request, email, 'second-factor-changed');
  const how = { by: 'second-factor', secondFactor: true } as const;
  const { token, cookie } = await renewSession(services, request, session, how);
  await endElsewhere(services, session, token, 'changed');
  return [...cookies, cookie];
}

/** Makes new recovery codes for whoever knows the password and holds the app; the old ones are void. */
export async function makeRecoveryCodes(
  services: Services,
  request: Request,
  session: Session,
  password: string,
  typed: string,
): Promise<string[] | null> {
  const { identity, limits } = services;
  if (!(await limits.allows('login', session.userId))) return null;
  const code = await freshCode(services, session, typed);
  const codes = code && (await identity.newRecoveryCodes(request, password || undefined, code));
  if (!codes) return null;
  await record(services, session, 'recovery-codes-made');
  const { email } = await identity.accountOf(session.userId);
  await tellOwner(services, request, email, 'second-factor-changed');
  return codes;
}

/** A code of the app that may be tried: not too often, and none that was used. */
async function freshCode({ limits }: Services, { userId }: Session, typed: string) {
  const code = readCode(typed);
  if (!(await limits.allows('code', userId))) return null;
  return (await limits.allows('sameCode', `${userId} ${code}`)) ? code : null;
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

/** Whoever owns the account should know, in case it was not them. */
async function tellOwner(
  services: Services,
  request: Request,
  email: string | null,
  kind: 'password-changed' | 'second-factor-changed',
) {
  if (!email || !services.config.mail) return;
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  await sendMail(services.database, { kind, to: email, values: {}, locale });
}
