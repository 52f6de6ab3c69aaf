import '../lib/quiet-prisma.mjs';
import { parseArgs } from 'node:util';
import { removeDemo } from '#app/modules/demo/remove.server.ts';
import { writeMessage } from '#app/modules/mail/write.ts';
import { invitationDays } from '#app/modules/people/invitation-days.ts';
import type { Answers, Question } from '#app/modules/setup/answers.ts';
import { setUpOrganisation } from '#app/modules/setup/set-up.server.ts';
import { addDays, dayOf } from '#app/platform/clock/dates.ts';
import { type Config, readConfig } from '#app/platform/config.ts';
import { connectDatabase } from '#app/platform/database/client.ts';
import { openDatabase } from '#app/platform/database/open.ts';
import { createMailer } from '#app/platform/mail/mailer.ts';
import { letIn } from '../lib/let-in.ts';
import { projectRoot } from '../lib/project.mjs';
import { say } from '../lib/say.mjs';
import { readSettings, writeSettings } from '../lib/settings.ts';
import {
  changesServerOnly,
  questions,
  readAnswers,
  readServerAnswers,
  type ServerAnswers,
  usage,
} from '../lib/setup-answers.ts';

const { values: flags } = parseArgs({
  options: {
    ...(Object.fromEntries(questions.map((name) => [name, { type: 'string' }])) as Record<
      Question,
      { type: 'string' }
    >),
    'no-mail': { type: 'boolean', default: false },
    'one-more': { type: 'boolean', default: false },
    'let-in': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (flags.help) say(usage);
else if (flags['let-in'] !== undefined) await letIn(flags['let-in'], flags.organisation);
else if (readSettings().SIGNPOST_DEMO === 'off' && !flags['one-more'] && changesServerOnly(flags))
  await changeServer();
else await setUp();

async function setUp() {
  const answers = await readAnswers(flags, readSettings());
  const { config, settings, mailer } = await tryOut(answers);
  const token = await prepareDatabase(config, answers);
  await writeSettings(settings);
  const link = token && `${answers.origin}/invitation?token=${token}`;
  if (link && mailer.isConfigured) await sendInvitation(answers, link, mailer.send);
  mailer.close();
  conclude(answers, link, mailer.isConfigured);
}

/** For an installation that has an organisation already: the address or the mail alone. */
async function changeServer() {
  const answers = await readServerAnswers(flags, readSettings());
  const { settings, mailer } = await tryOut(answers);
  await writeSettings(settings);
  const by = mailer.isConfigured ? `sends mail by ${new URL(answers.mail).host}` : 'sends no mail';
  mailer.close();
  say(`Saved. Signpost is at ${answers.origin} and ${by}, once it is started anew: npm start`);
}

/** What would be set, where all of it can be used: the mail server lets us in. */
async function tryOut({ origin, mail, from }: ServerAnswers) {
  const settings = {
    ...readSettings(),
    SIGNPOST_DEMO: 'off',
    SIGNPOST_ORIGIN: origin,
    SIGNPOST_MAIL: mail,
    SIGNPOST_MAIL_FROM: from,
  };
  const config = readConfig({ ...process.env, ...settings }, projectRoot);
  const mailer = createMailer(config.mail);
  if (mailer.isConfigured) await mailer.verify();
  return { config, settings, mailer };
}

/** Everything in one go, so that a wrong answer leaves nothing half done. */
async function prepareDatabase(config: Config, answers: Answers): Promise<string | null> {
  const opened = await openDatabase(config, say);
  const database = connectDatabase(opened.owner);
  try {
    const done = await setUpOrganisation(database, answers, new Date(), flags['one-more']);
    if (done.outcome === 'other')
      throw new Error(
        `Signpost is set up for ${done.organisation} already. Give that name to change its settings, or add --one-more to make a second organisation here.`,
      );
    if (await removeDemo(database)) say('Removed the demonstration and everybody in it.');
    say(
      done.outcome === 'made'
        ? `Made ${answers.organisation}.`
        : `Kept ${answers.organisation} as it is.`,
    );
    if (!done.isInList)
      say(
        `Nobody there has the address ${answers.email}: an administrator adds them under People.`,
      );
    return done.token;
  } finally {
    await database.close();
    await opened.release();
  }
}

async function sendInvitation(
  { organisation, name, email }: Answers,
  link: string,
  send: ReturnType<typeof createMailer>['send'],
) {
  const validUntil = addDays(dayOf(new Date()), invitationDays);
  // An administrator's role needs one.
  const values = { organisation, name, link, validUntil, needsSecondStep: true };
  await send({ to: email, ...writeMessage('invitation', values, 'en-GB') });
}

/** The link is what the command is for, so it goes where a pipe finds it. */
function conclude({ origin, email }: Answers, link: string | null, isMailed: boolean) {
  say('\nSignpost is set up. Start it, or start it anew: npm start\n');
  if (!link) return say(`Whoever has an account already signs in at ${origin}/sign-in`);
  if (isMailed) say(`An invitation is on its way to ${email}. This is the same link:`);
  else say('The administrator opens this link once, and chooses a password:');
  process.stdout.write(`  ${link}\n`);
  say(`It works for ${invitationDays} days. Run this command again for a new one.`);
}
