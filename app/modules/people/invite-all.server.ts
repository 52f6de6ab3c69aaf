import type { Session } from '../access/session.server.ts';
import type { Services } from '../services.ts';
import { idsOf } from './changing.server.ts';
import { type Letterhead, sendInvitation } from './invitations.server.ts';
import { type Person, readUninvited } from './person.server.ts';
import { mayLetIn } from './policy.ts';

/** How many letters go out at one press, and how many with each transaction. */
const mostAtOnce = 400;
const batch = 50;

/**
 * Invites everybody with an address who can neither sign in nor was asked to, by mail. What is sent is
 * sent, whatever happens to the rest: the next press goes on from there. Returns how many.
 */
export async function inviteAll(
  services: Services,
  session: Session,
  letterhead: Letterhead,
): Promise<number> {
  if (!services.config.mail) throw new Response(null, { status: 409 });
  let invited = 0;
  let after: string | undefined;
  while (invited < mostAtOnce) {
    const people = await inviteSome(services, session, letterhead, after);
    invited += people.filter(({ isInvited }) => isInvited).length;
    after = people.at(-1)?.id;
    if (people.length < batch) break;
  }
  return invited;
}

async function inviteSome(
  { database, clock }: Services,
  session: Session,
  letterhead: Letterhead,
  after?: string,
) {
  const now = clock();
  return database.within(session.scope, async (transaction) => {
    // One after the other: two who press at once invite nobody twice.
    await transaction.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`invite ${session.organisation.id}`}))::text`;
    const people = await readUninvited(transaction, session, now, batch, after);
    const told = [];
    for (const person of people) {
      const { id, name, email } = person;
      const isInvited = email !== null && mayInvite(session, person);
      if (isInvited)
        await sendInvitation(transaction, session, { id, name, email }, true, letterhead, now);
      told.push({ id, isInvited });
    }
    return told;
  });
}

function mayInvite(session: Session, person: Person): boolean {
  return person.standing !== 'left' && mayLetIn(session, idsOf(person));
}
