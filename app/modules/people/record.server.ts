import { addDays, type Day } from '#app/platform/clock/dates.ts';
import type { Account } from '../access/accounts.server.ts';
import { may, roles } from '../access/roles.ts';
import type { Session } from '../access/session.server.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import { readWaiting } from '../mail/waiting.server.ts';
import type { Services } from '../services.ts';
import { idsOf, onPerson } from './changing.server.ts';
import { slotsOfLeaver } from './contacts.server.ts';
import type { Person } from './person.server.ts';
import {
  isGuarded,
  mayChangePerson,
  mayChangeRole,
  mayLetIn,
  mayRemoveSecondFactor,
} from './policy.ts';

/** The record of a person, with what the acting person may do about it. That they looked is audited. */
export async function openRecord(services: Services, session: Session, id: string) {
  const opened = await onPerson(services, session, id, async (transaction, person, now) => {
    const entry = { kind: 'person-viewed', details: {}, aboutId: id } as const;
    if (id !== session.person.id) await recordAudit(transaction, actorOf(session), entry);
    const invitation = await transaction.invitation.findFirst({
      where: {
        organisationId: session.organisation.id,
        personId: id,
        usedAt: null,
        withdrawnAt: null,
        expiresAt: { gt: now },
      },
      orderBy: { createdAt: 'desc' },
    });
    const contacts = await slotsOfLeaver(transaction, session.organisation, id, now);
    const waiting = await readWaiting(transaction, session.organisation.id);
    return { person, invitation, contacts, waiting };
  });
  if (opened.outcome !== 'done') throw new Response(null, { status: 404 });
  const { person, invitation, contacts, waiting } = opened;
  const letter = waiting.find(({ personId }) => personId === id);
  const who = idsOf(person);
  const account = person.userId
    ? presentAccount(
        await services.identity.accountOf(person.userId),
        (await services.identity.codesOf([person.userId])).get(person.userId),
        services.clock(),
      )
    : null;
  return {
    person: {
      id,
      name: person.name,
      email: person.email,
      staffNumber: person.staffNumber,
      groups: person.groups.map(({ name }) => name),
      standing: person.spell ? person.standing : ('never' as const),
      day: dayOf(person),
      lastDay: lastDayOf(person),
    },
    account,
    invitation: invitation && {
      sentAt: invitation.createdAt.toISOString(),
      until: invitation.expiresAt.toISOString(),
    },
    /** Their invitation, where it was sent and has not gone out; and whether any other has not. */
    letter: letter ? { why: letter.why, isOver: letter.isOver } : null,
    isMailWaiting: waiting.some(({ isOver }) => !isOver),
    /** The contacts that name them though they have left, or will have. */
    contacts,
    roles: roles
      .filter((role) => role !== 'learner')
      .map((role) => ({
        role,
        isHeld: who.roles.includes(role),
        mayChange: mayChangeRole(session, who, role),
      })),
    isGuarded: isGuarded(who),
    may: {
      change: mayChangePerson(session, who),
      letIn: mayLetIn(session, who),
      removeSecondFactor: mayRemoveSecondFactor(session, who),
      seeRoles: may(session, 'roles.change'),
      answer: may(session, 'privacy.answer') && id !== session.person.id,
    },
    timeZone: session.organisation.timeZone,
  };
}

type Employed = Pick<Person, 'spell' | 'standing'>;

function dayOf({ spell, standing }: Employed): Day | null {
  return standing === 'left' ? lastDayOf({ spell }) : (spell?.effectiveFrom ?? null);
}

/** The day after somebody's last is the first that does not count. */
function lastDayOf({ spell }: Pick<Employed, 'spell'>): Day | null {
  return spell?.effectiveTo ? addDays(spell.effectiveTo, -1) : null;
}

function presentAccount(
  { email, username, hasSecondFactor }: Account,
  codeUntil: Date | undefined,
  now: Date,
) {
  return {
    login: email ?? username ?? '',
    isByCode: username !== null,
    hasSecondFactor,
    /** One that nobody has changed yet. */
    code: codeUntil ? { until: codeUntil.toISOString(), isOver: codeUntil <= now } : null,
  };
}
