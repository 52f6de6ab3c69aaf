import { chooseLocale } from '#app/i18n/i18n.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import { sendMail } from '../mail/send.server.ts';
import type { Services } from '../services.ts';
import { renewSession } from './enter.server.ts';
import { type PasswordProblem, passwordProblem } from './new-password.ts';
import { readCode } from './readable-code.ts';
import { type EndedBecause, hashToken, type Session } from './session.server.ts';

/** Whether this browser has proved within the last minutes that it is its owner who uses it. */
export async function hasFreshProof(
  { identity }: Services,
  request: Request,
  session: Session,
): Promise<boolean> {
  return (await identity.proofOf(request)) === session.userId;
}

/** Gives somebody a new password, and ends what is signed in with the old one elsewhere. */
export async function changePassword(
  services: Services,
  request: Request,
  session: Session,
  form: FormData,
): Promise<{ problem: PasswordProblem } | { cookies: string[] }> {
  const { identity, clock } = services;
  const account = await identity.accountOf(session.userId);
  const login = account.email ?? account.username ?? '';
  const password = String(form.get('password') ?? '');
  const known = [login, session.person.name, session.organisation.name];
  const problem = passwordProblem(password, String(form.get('again') ?? ''), known);
  if (problem) return { problem };
  await identity.setPassword(session.userId, password, null);
  await services.database.within(session.scope, (transaction) =>
    recordAudit(transaction, actorOf(session), { kind: 'password-changed', details: {} }),
  );
  await tellOwner(services, request, account.email, 'password-changed');
  // A code from a manager proves no second factor; a password chosen here changes none.
  const how = { by: 'password', secondFactor: session.secondFactor } as const;
  const { token, cookie } = await renewSession(services, request, session, how);
  await endElsewhere(services, session, token, 'changed');
  const tried = await identity.tryPassword(login, password, clock());
  return { cookies: [...tried.cookies, cookie] };
}

/** Turns the second factor on once its first code fits, and starts a session that has it. */
export async function confirmSecondFactor(
  services: Services,
  request: Request,
  session: Session,
  code: string,
): Promise<string[] | null> {
  const { identity, limits } = services;
  if (!(await limits.allows('code', session.userId))) return null;
  // It counts as used: nobody who saw it comes in by it.
  if (!(await limits.allows('sameCode', `${session.userId} ${readCode(code)}`))) return null;
  const tried = await identity.trySecondFactor(request, code);
  if (tried.outcome !== 'proved' || tried.userId !== session.userId) return null;
  await services.database.within(session.scope, (transaction) =>
    recordAudit(transaction, actorOf(session), { kind: 'second-factor-set', details: {} }),
  );
  const { email } = await identity.accountOf(session.userId);
  await tellOwner(services, request, email, 'second-factor-changed');
  const how = { by: 'second-factor', secondFactor: true } as const;
  const { token, cookie } = await renewSession(services, request, session, how);
  await endElsewhere(services, session, token, 'changed');
  return [...tried.cookies, cookie];
}

/** Makes new recovery codes; the old ones open nothing any more. */
export async function makeRecoveryCodes(
  services: Services,
  request: Request,
  session: Session,
  password: string,
): Promise<string[] | null> {
  const codes = await services.identity.newRecoveryCodes(request, password || undefined);
  if (!codes) return null;
  await services.database.within(session.scope, (transaction) =>
    recordAudit(transaction, actorOf(session), { kind: 'recovery-codes-made', details: {} }),
  );
  return codes;
}

/** Ends every session of a user but one, wherever it is. */
export async function endElsewhere(
  { database, clock }: Services,
  session: Session,
  token: string | null,
  because: EndedBecause,
): Promise<void> {
  const keep = token && hashToken(token);
  await database.call('end_sessions_of_user', [session.userId, keep, because, clock()]);
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
