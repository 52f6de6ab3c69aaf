import { beforeEach, expect, test } from 'vitest';
import { connectDatabase } from '#app/platform/database/client.ts';
import { connectionAs } from '#app/platform/database/roles.ts';
import { runJobsOnce } from '#app/platform/jobs/runner.ts';
import { createLog } from '#app/platform/log.ts';
import { createMailer } from '#app/platform/mail/mailer.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { connection, database } from '#tests/setup/database.ts';
import { startMailServer } from '#tests/setup/mail-server.ts';
import { testSecret } from '#tests/setup/test-database.ts';
import type { Session } from '../access/session.server.ts';
import { overview } from '../organisation/overview.server.ts';
import { addPerson } from '../people/change-person.server.ts';
import { invite, withdrawInvitation } from '../people/invitations.server.ts';
import { newPress, tokenOf } from '../people/press.server.ts';
import { openRecord } from '../people/record.server.ts';
import { openSlips } from '../people/slips.server.ts';
import { sendMail } from './send.server.ts';
import { sendMailTask } from './send-task.ts';
import { removeOverLetters } from './waiting.server.ts';

const { pool } = database;
const asJobs = connectionAs('signpost_jobs', connection, testSecret);
const letterhead = { origin: 'https://signpost.example', locale: 'en-GB' };
const from = 'Signpost <signpost@hill.example>';
/** Nobody listens there. */
const away = 'smtp://127.0.0.1:9';
let services: TestServices;
let session: Session;

beforeEach(async () => {
  await pool.query('TRUNCATE graphile_worker._private_jobs');
  const made = await createServices(database);
  services = { ...made, config: { ...made.config, mail: { url: away, from } } };
  session = await administratorOf((await createOrganisation(database)).id);
});

async function administratorOf(organisationId: string): Promise<Session> {
  const person = await createPerson(database, { roles: ['administrator'] }, organisationId);
  return (await signIn(database, person)).session;
}

async function add(name: string, email: string): Promise<string> {
  const values = { name, email, staffNumber: null, groups: [] };
  const added = await addPerson(services, session, values, '2026-07-01');
  if (added.outcome === 'problem') throw new Error(added.problem);
  return added.id;
}

async function invited(name: string, email = `${name}@hill.example`, by?: 'hand') {
  const id = await add(name, email);
  const press = newPress();
  expect(await invite(services, session, id, letterhead, press, by)).toEqual({ outcome: 'done' });
  return { id, press };
}

/** Tries what is queued, whenever it would be tried again. */
async function sendBy(url: string) {
  await pool.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
  const mailer = createMailer({ url, from });
  const tasks = { 'send-mail': sendMailTask(mailer) };
  await runJobsOnce({ connection: asJobs, tasks, log: createLog('silent') });
  mailer.close();
}

const trouble = async (by = session) => (await overview(services, by)).mail;
const letterOf = async (id: string) => (await openRecord(services, session, id)).letter;

test('mail that does not go out is told of, and no more once it went', async () => {
  const { id } = await invited('ruth');
  await invited('ben');
  expect([await trouble(), await letterOf(id)]).toEqual([null, null]);
  await sendBy(away);
  const why = expect.stringContaining('The mail server cannot be reached.');
  expect(await trouble()).toEqual({
    waiting: { count: 2, since: expect.any(String), why },
    refused: [],
  });
  expect(await letterOf(id)).toEqual({ why, isOver: false });
  const server = await startMailServer();
  await sendBy(server.url);
  await server.stop();
  expect(server.messages).toHaveLength(2);
  expect([await trouble(), await letterOf(id)]).toEqual([null, null]);
});

test('an address that the mail server refuses for good is told of, and not tried again', async () => {
  const { id } = await invited('Ruth', 'nobody@hill.example');
  const server = await startMailServer();
  await sendBy(server.url);
  await sendBy(server.url);
  await server.stop();
  const why = 'The mail server does not accept this address. Check how it is written.';
  expect(await letterOf(id)).toEqual({ why, isOver: true });
  expect(await trouble()).toEqual({ waiting: null, refused: [{ id, name: 'Ruth' }] });
  const { rows } = await pool.query('SELECT attempts FROM graphile_worker.jobs');
  expect(rows).toMatchObject([{ attempts: 25 }]);
});

test('a link made by hand takes the place of the message, which never goes out', async () => {
  const { id } = await invited('ruth');
  await sendBy(away);
  const press = newPress();
  expect(await invite(services, session, id, letterhead, press, 'hand')).toEqual({
    outcome: 'done',
  });
  expect([await trouble(), await letterOf(id)]).toEqual([null, null]);
  const pressed = { press, personId: id, origin: letterhead.origin };
  const link = `${letterhead.origin}/invitation?token=${tokenOf(services, session, press, id)}`;
  expect(await openSlips(services, session, pressed)).toMatchObject([{ id, way: { link } }]);
  const server = await startMailServer();
  await sendBy(server.url);
  await server.stop();
  expect(server.messages).toEqual([]);
});

test('invited again, one message waits; withdrawn, none does', async () => {
  const { id } = await invited('ruth');
  await sendBy(away);
  await invite(services, session, id, letterhead, newPress());
  await sendBy(away);
  expect(await trouble()).toMatchObject({ waiting: { count: 1 } });
  await withdrawInvitation(services, session, id);
  expect(await trouble()).toBeNull();
});

test('no organisation hears of the letters of another, and all of those about a user', async () => {
  await invited('ruth');
  const other = await administratorOf((await createOrganisation(database)).id);
  await sendBy(away);
  expect(await trouble(other)).toBeNull();
  const letter = { kind: 'test', to: 'a@hill.example', values: {}, locale: 'en-GB' } as const;
  await sendMail(database, letter);
  await sendBy(away);
  expect(await trouble(other)).toMatchObject({ waiting: { count: 1 } });
  const forged = { ...other, organisation: session.organisation };
  await expect(overview(services, forged)).rejects.toThrow('is not in scope');
});

test('a letter that was given up goes once its link would open nothing', async () => {
  await invited('ruth', 'nobody@hill.example');
  await invited('ben');
  const server = await startMailServer();
  await sendBy(server.url);
  await server.stop();
  const jobs = connectDatabase(asJobs);
  const kept = async () => (await trouble())?.refused.length ?? 0;
  await removeOverLetters(jobs, services.clock());
  expect(await kept()).toBe(1);
  await removeOverLetters(jobs, new Date(services.clock().getTime() + 15 * 86_400_000));
  await jobs.close();
  expect(await kept()).toBe(0);
});
