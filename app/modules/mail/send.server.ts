import type { Transaction } from '#app/platform/database/client.ts';
import type { WalledDatabase } from '#app/platform/database/walled.ts';
import type { MessageKind, MessageValues } from './kinds.ts';
import { writeMessage } from './write.ts';

type Letter<K extends MessageKind> = {
  kind: K;
  to: string;
  values: MessageValues<K>;
  locale: string;
  /** From then on it helps nobody to get it. */
  until?: Date;
};
/** A letter about a person: another one takes its place, and it can be taken back. */
type LetterAbout<K extends MessageKind> = Letter<K> & { organisationId: string; personId: string };

/** Hands a message to the queue; it is sent, and tried again, behind the request. */
export async function sendMail<K extends MessageKind>(
  database: WalledDatabase,
  letter: Letter<K>,
): Promise<void> {
  await database.call('queue_job', ['send-mail', JSON.stringify(payloadOf(letter)), null, null]);
}

/** The same within a transaction: the message goes out when what it tells of stands. */
export async function sendMailWith<K extends MessageKind>(
  transaction: Transaction,
  { organisationId, personId, ...letter }: LetterAbout<K>,
): Promise<void> {
  const payload = { ...payloadOf(letter), organisationId, personId };
  const key = `letter ${organisationId} ${personId}`;
  await transaction.$queryRaw`SELECT queue_job('send-mail', ${payload}::jsonb, ${key}, NULL)::text`;
}

/** Takes back a letter about a person that has not gone out yet. */
export async function takeBackLetter(
  transaction: Transaction,
  organisationId: string,
  personId: string,
): Promise<void> {
  await transaction.$queryRaw`
    SELECT take_back_letter(${organisationId}::uuid, ${personId}::uuid)::text`;
}

function payloadOf<K extends MessageKind>({ kind, to, values, locale, until }: Letter<K>) {
  return { to, ...writeMessage(kind, values, locale), until: until?.toISOString() };
}
