import type { Transaction } from '#app/platform/database/client.ts';
import type { Session } from '../access/session.server.ts';
import type { Services } from '../services.ts';
import { idsOf } from './changing.server.ts';
import { inviteWith, type Letterhead, usualWay } from './invitations.server.ts';
import { giveCode } from './let-in.server.ts';
import { type Person, readUninvited } from './person.server.ts';
import { mayLetIn } from './policy.ts';

/** How many are invited at one press, and how many with each transaction. */
const letters = { most: 400, batch: 50 };
const links = { most: 100, batch: 50 };
/** A code is slow to make, so that it is slow to guess. */
const codes = { most: 25, batch: 25 };

/**
 * Invites everybody with an address who can neither sign in nor was asked to, by mail. What is sent is
 * sent, whatever happens to the rest: the next press goes on from there. Returns how many.
 */
export async function inviteAll(
  services: Services,
  session: Session,
  letterhead: Letterhead,
  press: string,
): Promise<number> {
  if (!services.config.mail) throw new Response(null, { status: 409 });
  return inviteEverybody(services, session, letterhead, press, letters);
}

/**
 * Lets everybody in whom no mail reaches: by links where there is no mail server, and by codes where
 * there is no address. They wait to be shown once and handed over.
 */
export async function letInByHand(
  services: Services,
  session: Session,
  letterhead: Letterhead,
  press: string,
): Promise<void> {
  if (!services.config.mail) await inviteEverybody(services, session, letterhead, press, links);
  await inBatches(codes, async (after) => {
    const page = { hasEmail: false, take: codes.batch, after };
    const people = await services.database.within(session.scope, (transaction) =>
      readUninvited(transaction, session, services.clock(), page),
    );
    return eachOf(people, session, async ({ id }) => {
      const given = await giveCode(services, session, id, press);
      return given === 'given';
    });
  });
}

async function inviteEverybody(
  services: Services,
  session: Session,
  letterhead: Letterhead,
  press: string,
  size: Size,
) {
  const now = services.clock();
  const sentBy = usualWay(services);
  return inBatches(size, (after) =>
    services.database.within(session.scope, async (transaction) => {
      await lock(transaction, session);
      const page = { hasEmail: true, take: size.batch, after };
      const people = await readUninvited(transaction, session, now, page);
      return eachOf(people, session, async (person) => {
        const inviting = { email: person.email ?? '', letterhead, press, now, sentBy };
        return inviteWith(transaction, services, session, person, inviting);
      });
    }),
  );
}

/** One after the other: two who press at once invite nobody twice. */
async function lock(transaction: Transaction, { organisation }: Session) {
  await transaction.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`invite ${organisation.id}`}))::text`;
}

type Size = { most: number; batch: number };
type Told = { id: string; isDone: boolean };

async function eachOf(
  people: Person[],
  session: Session,
  work: (person: Person) => Promise<boolean>,
): Promise<Told[]> {
  const told: Told[] = [];
  for (const person of people) {
    const may = person.standing !== 'left' && mayLetIn(session, idsOf(person));
    told.push({ id: person.id, isDone: may && (await work(person)) });
  }
  return told;
}

async function inBatches(
  { most, batch }: Size,
  some: (after: string | undefined) => Promise<Told[]>,
): Promise<number> {
  let done = 0;
  let after: string | undefined;
  while (done < most) {
    const told = await some(after);
    done += told.filter(({ isDone }) => isDone).length;
    after = told.at(-1)?.id;
    if (told.length < batch) break;
  }
  return done;
}
