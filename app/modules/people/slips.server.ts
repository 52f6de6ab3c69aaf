import type { Transaction } from '#app/platform/database/client.ts';
import { hashToken, type Session } from '../access/session.server.ts';
import type { Services } from '../services.ts';
import { linkOf } from './invitations.server.ts';
import { type Person, readPeople } from './person.server.ts';
import { codeOf, tokenOf } from './press.server.ts';
import { needsSecondStep } from './second-step.ts';

/** What is handed to a person, so that they can come in: a link, or a username and a code. */
export type Slip = {
  id: string;
  name: string;
  /** From this instant on it opens nothing. */
  until: string;
  needsSecondStep: boolean;
  way: { link: string } | { login: string; code: string };
};

type Pressed = {
  press: string;
  /** Whom it was about, where it was about one person only. */
  personId: string | null;
  origin: string;
};

/** At least as many as one press lets in. */
const most = { links: 150, codes: 50 };

/** What a press has made, to be shown once; `null` when it was shown before, or holds no more. */
export async function openSlips(
  services: Services,
  session: Session,
  pressed: Pressed,
): Promise<Slip[] | null> {
  if (!(await services.limits.allows('shown', keyOf(session, pressed.press)))) return null;
  const slips = [
    ...(await openLinks(services, session, pressed)),
    ...(await openCodes(services, session, pressed)),
  ];
  return slips.length > 0 ? slips : null;
}

/** A form that was sent twice is answered twice; the browser shows the last answer. */
export async function showOnceMore({ limits }: Services, session: Session, press: string) {
  await limits.forget('shown', keyOf(session, press));
}

const keyOf = ({ person }: Session, press: string) => `${person.id} ${press}`;

async function openLinks(
  services: Services,
  session: Session,
  { press, personId, origin }: Pressed,
): Promise<Slip[]> {
  const now = services.clock();
  return services.database.within(session.scope, async (transaction) => {
    const ids = await letIn(transaction, session, 'invited', personId);
    const hashes = ids.map((id) => hashToken(tokenOf(services, session, press, id)));
    const open = await transaction.invitation.findMany({
      where: {
        organisationId: session.organisation.id,
        tokenHash: { in: hashes },
        usedAt: null,
        withdrawnAt: null,
        expiresAt: { gt: now },
      },
    });
    const until = new Map(open.map((one) => [one.personId, one.expiresAt]));
    const people = await readPeople(transaction, session, [...until.keys()], now);
    return people.map((person) => {
      const link = linkOf(origin, tokenOf(services, session, press, person.id));
      return slipOf(session, person, until.get(person.id) ?? now, { link });
    });
  });
}

async function openCodes(
  services: Services,
  session: Session,
  { press, personId }: Pressed,
): Promise<Slip[]> {
  const { database, identity, clock } = services;
  const people = await database.within(session.scope, async (transaction) => {
    const ids = await letIn(transaction, session, 'code-given', personId);
    return readPeople(transaction, session, ids, clock());
  });
  const slips = people.map(async (person) => {
    if (!person.userId) return [];
    const code = codeOf(services, session, press, person.id);
    const until = await identity.codeUntil(person.userId, code);
    if (!until || until <= clock()) return [];
    const { email, username } = await identity.accountOf(person.userId);
    return [slipOf(session, person, until, { login: email ?? username ?? '', code })];
  });
  return (await Promise.all(slips)).flat();
}

function slipOf({ organisation }: Session, person: Person, until: Date, way: Slip['way']): Slip {
  const { id, name } = person;
  const isStrict = needsSecondStep(organisation, person);
  return { id, name, until: until.toISOString(), needsSecondStep: isStrict, way };
}

/** Whom the acting person let in last, the newest first. */
async function letIn(
  transaction: Transaction,
  { organisation, person }: Session,
  kind: 'invited' | 'code-given',
  personId: string | null,
): Promise<string[]> {
  const events = await transaction.auditEvent.findMany({
    where: {
      organisationId: organisation.id,
      kind,
      subject: { actorId: person.id, aboutId: personId ?? { not: null } },
    },
    include: { subject: true },
    orderBy: { seq: 'desc' },
    take: kind === 'invited' ? most.links : most.codes,
  });
  return [...new Set(events.flatMap(({ subject }) => subject?.aboutId ?? []))];
}
