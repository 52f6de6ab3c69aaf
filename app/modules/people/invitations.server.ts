import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { dayIn } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import { enter, everyPlaceOf, placesOf } from '../access/enter.server.ts';
import { forgetTries } from '../access/forget-tries.server.ts';
import { type PasswordProblem, passwordProblem } from '../access/new-password.ts';
import { sessionOf } from '../access/request-session.server.ts';
import { scopeOf } from '../access/scope.ts';
import { hashToken, type Session } from '../access/session.server.ts';
import { tellProved } from '../access/tell-owner.server.ts';
import { type Actor, actorOf, recordAudit } from '../audit/record.server.ts';
import { sendMailWith, takeBackLetter } from '../mail/send.server.ts';
import type { Services } from '../services.ts';
import { type Changed, idsOf, onPerson, Refusal } from './changing.server.ts';
import { invitationDays } from './invitation-days.ts';
import { type Person, readPerson } from './person.server.ts';
import { mayLetIn } from './policy.ts';
import { tokenOf } from './press.server.ts';
import { needsSecondStep } from './second-step.ts';

/** Where letters of ours lead to, and in which language they are. */
export type Letterhead = { origin: string; locale: string };
export type SentBy = 'mail' | 'hand';

/** By mail where there is a mail server. */
export const usualWay = ({ config }: Pick<Services, 'config'>): SentBy =>
  config.mail ? 'mail' : 'hand';

/**
 * Invites a person who has no account yet. By mail, or by a link that waits to be shown once and handed
 * over. An older invitation holds no more.
 */
export async function invite(
  services: Services,
  session: Session,
  id: string,
  letterhead: Letterhead,
  press: string,
  sentBy = usualWay(services),
): Promise<Changed> {
  return onPerson(services, session, id, async (transaction, person, now) => {
    if (!mayLetIn(session, idsOf(person))) throw new Response(null, { status: 403 });
    if (!person.email || person.userId || person.standing === 'left')
      throw new Response(null, { status: 409 });
    const isInvited = await inviteWith(transaction, services, session, person, {
      email: person.email,
      letterhead,
      press,
      now,
      sentBy,
    });
    // That very link was used or withdrawn since.
    if (!isInvited) throw new Refusal('changedMeanwhile');
    return {};
  });
}

type Inviting = {
  email: string;
  letterhead: Letterhead;
  press: string;
  now: Date;
  sentBy: SentBy;
};

/** Makes an invitation, and sends it where that is how it goes: once for each press. Whether it holds. */
export async function inviteWith(
  transaction: Transaction,
  services: Services,
  session: Session,
  person: Person,
  { email, letterhead, press, now, sentBy }: Inviting,
): Promise<boolean> {
  const token = tokenOf(services, session, press, person.id);
  const known = await transaction.invitation.findUnique({
    where: { tokenHash: hashToken(token) },
  });
  if (known) return !known.usedAt && !known.withdrawnAt && known.expiresAt > now;
  const invited = { personId: person.id, email, sentBy, token };
  const { expiresAt } = await makeInvitation(transaction, actorOf(session), invited, now);
  if (sentBy === 'hand') return true;
  const { organisation } = session;
  const values = {
    organisation: organisation.name,
    name: person.name,
    link: linkOf(letterhead.origin, token),
    validUntil: dayIn(organisation.timeZone, expiresAt),
    needsSecondStep: needsSecondStep(organisation, person),
  };
  const { locale } = letterhead;
  const letter = { kind: 'invitation', to: email, values, locale, until: expiresAt } as const;
  const about = { organisationId: organisation.id, personId: person.id };
  await sendMailWith(transaction, { ...letter, ...about });
  return true;
}

export const linkOf = (origin: string, token: string) => `${origin}/invitation?token=${token}`;

/** Makes the invitation of a person, which voids older ones, and says what its link must carry. */
export async function makeInvitation(
  transaction: Transaction,
  actor: Actor,
  {
    personId,
    email,
    sentBy,
    token = randomBytes(32).toString('base64url'),
  }: { personId: string; email: string; sentBy: SentBy; token?: string },
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const { organisationId } = actor;
  const expiresAt = new Date(now.getTime() + invitationDays * 24 * 3_600_000);
  await withdrawAll(transaction, organisationId, personId, now);
  const row = { organisationId, personId, email, sentBy, createdAt: now, expiresAt };
  await transaction.invitation.create({ data: { ...row, tokenHash: hashToken(token) } });
  const entry = { kind: 'invited', details: { by: sentBy }, aboutId: personId } as const;
  await recordAudit(transaction, actor, entry);
  return { token, expiresAt };
}

/** Takes an invitation back: its link opens nothing any more. */
export async function withdrawInvitation(
  services: Services,
  session: Session,
  id: string,
): Promise<Changed> {
  return onPerson(services, session, id, async (transaction, person, now) => {
    if (!mayLetIn(session, idsOf(person))) throw new Response(null, { status: 403 });
    const withdrawn = await withdrawAll(transaction, session.organisation.id, id, now);
    const entry = { kind: 'invitation-withdrawn', details: {}, aboutId: id } as const;
    if (withdrawn > 0) await recordAudit(transaction, actorOf(session), entry);
    return {};
  });
}

/** Makes every open invitation of a person void. */
export async function withdrawAll(
  transaction: Transaction,
  organisationId: string,
  personId: string,
  now: Date,
): Promise<number> {
  const { count } = await transaction.invitation.updateMany({
    where: { organisationId, personId, usedAt: null, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  // Its link would open nothing.
  await takeBackLetter(transaction, organisationId, personId);
  return count;
}

const invitationSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  organisation: z.string(),
  personId: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  userId: z.string().nullable(),
  sentBy: z.enum(['mail', 'hand']),
  expiresAt: z.coerce.date(),
  isOver: z.boolean(),
});
type Found = z.infer<typeof invitationSchema> & { email: string; needsSecondStep: boolean };

/** What the link of an invitation opens. */
export type OpenInvitation = {
  organisation: string;
  name: string;
  email: string;
  /** A new account; one that is known and joins; or one whose owner must sign in first. */
  way: 'new' | 'join' | 'sign-in';
  /** Whether they must set up a second step next. */
  needsSecondStep: boolean;
};

const tokenSchema = z.string().regex(/^[\w-]{43}$/);

/** What an invitation offers to whoever holds its link; `null` when it is over. */
export async function openInvitation(
  services: Services,
  request: Request,
  token: string,
): Promise<OpenInvitation | null> {
  const found = await findInvitation(services, token);
  if (!found) return null;
  const { organisation, name, email, needsSecondStep } = found;
  const { way } = await wayOf(services, request, found);
  return { organisation, name, email, way, needsSecondStep };
}

export type Accepted =
  | { outcome: 'in'; cookies: string[] }
  | { outcome: 'joined' }
  | { outcome: 'over' | 'sign-in' }
  | { outcome: 'problem'; problem: PasswordProblem };

/** Answers an invitation: with a new password, or with the account that is there already. */
export async function acceptInvitation(
  services: Services,
  request: Request,
  token: string,
  form: FormData,
): Promise<Accepted> {
  const found = await findInvitation(services, token);
  if (!found) return { outcome: 'over' };
  const { way, userId } = await wayOf(services, request, found);
  if (way === 'sign-in') return { outcome: 'sign-in' };
  if (way === 'join' && userId)
    return (await link(services, found, userId)) ? { outcome: 'joined' } : { outcome: 'over' };
  const password = String(form.get('password') ?? '');
  const known = [found.email, found.name, found.organisation];
  const problem = passwordProblem(password, String(form.get('again') ?? ''), known);
  if (problem) return { outcome: 'problem', problem };
  return begin(services, request, found, userId, password);
}

/** Makes the account, or takes over one that nobody has proved to own, and comes in. */
async function begin(
  services: Services,
  request: Request,
  found: Found,
  known: string | null,
  password: string,
): Promise<Accepted> {
  const { identity, clock } = services;
  const isVerified = found.sentBy === 'mail';
  const userId = known ?? (await identity.createUser({ email: found.email, isVerified }));
  // Somebody has made that account this moment: what is so now is told where the link leads.
  if (!userId) return { outcome: 'over' };
  // Before the account opens anything here, nobody else is left in it.
  if (known) {
    const { hasPassword } = await identity.accountOf(known);
    await identity.takeOver(known);
    await identity.endSessions(known, null, 'changed', clock());
    await forgetTries(services, known);
    if (hasPassword) await tellProved(services, known, request);
  }
  if (!(await link(services, found, userId))) return { outcome: 'over' };
  await identity.setPassword(userId, password, null);
  const tried = await identity.tryPassword(found.email, password, clock());
  const how = { by: 'invitation', secondFactor: false } as const;
  const entered = await enter(services, request, userId, how, found.organisationId);
  if (!entered) return { outcome: 'over' };
  const proof = tried.outcome === 'proved' ? tried.cookies : [];
  return { outcome: 'in', cookies: [...proof, entered.cookie] };
}

async function findInvitation(services: Services, token: string): Promise<Found | null> {
  if (!tokenSchema.safeParse(token).success) return null;
  const answer = await services.database.call('invitation_by_token', [hashToken(token)]);
  const found = invitationSchema.nullable().parse(answer);
  if (!found?.email || found.isOver || found.userId) return null;
  if (found.expiresAt <= services.clock()) return null;
  const { organisation, person } = await findInvited(services, found);
  if (!person || person.standing === 'left') return null;
  return { ...found, email: found.email, needsSecondStep: needsSecondStep(organisation, person) };
}

async function findInvited(
  { database, clock }: Services,
  { organisationId: id, personId }: Pick<Found, 'organisationId' | 'personId'>,
) {
  return database.within(scopeOf(id), async (transaction) => {
    const organisation = await transaction.organisation.findUniqueOrThrow({ where: { id } });
    return {
      organisation,
      person: await readPerson(transaction, { organisation }, personId, clock()),
    };
  });
}

/**
 * A mailed link proves whose address it is. One that was handed over does not: then an account that
 * is there already must be opened by its owner first, or an administrator could take it. A second
 * step of somebody who works somewhere is theirs: no mailbox alone takes it away.
 */
async function wayOf(services: Services, request: Request, { email, sentBy }: Found) {
  const userId = await services.identity.findUser(email);
  if (!userId) return { way: 'new' as const, userId };
  const { isVerified, hasPassword, hasCode, hasSecondFactor } =
    await services.identity.accountOf(userId);
  // One that is being made this moment, or a code that somebody else knows, is no account of theirs yet.
  const isTheirs = isVerified && hasPassword && !hasCode;
  if (sentBy === 'mail' && isTheirs) return { way: 'join' as const, userId };
  const isKept = hasSecondFactor && (await placesOf(services, userId)).length > 0;
  if (sentBy === 'mail' && !isKept) return { way: 'new' as const, userId };
  const session = await sessionOf(request, services);
  return { way: session?.userId === userId ? ('join' as const) : ('sign-in' as const), userId };
}

/** Uses the invitation up and makes the person that user, both or neither. */
async function link(services: Services, found: Found, userId: string): Promise<boolean> {
  const { database, clock } = services;
  const { organisationId, personId } = found;
  return database.within(scopeOf(organisationId), async (transaction) => {
    const { count } = await transaction.invitation.updateMany({
      where: { organisationId, id: found.id, usedAt: null, withdrawnAt: null },
      data: { usedAt: clock() },
    });
    if (count === 0) return false;
    await transaction.person.update({
      where: { organisationId_id: { organisationId, id: personId } },
      data: { userId },
    });
    const who = { organisationId, personId };
    await recordAudit(transaction, who, { kind: 'invitation-accepted', details: {} });
    return true;
  });
}

/** Whether a user works nowhere but here, so that nobody here can reach what is another's. */
export async function worksOnlyHere(
  services: Services,
  session: Session,
  userId: string,
): Promise<boolean> {
  const places = await everyPlaceOf(services, userId);
  return places.every(({ organisationId }) => organisationId === session.organisation.id);
}
