import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { removeDemo } from '#app/modules/demo/remove.server.ts';
import { writeMessage } from '#app/modules/mail/write.ts';
import { invitationDays } from '#app/modules/people/invitation-days.ts';
import { type Answers, answerSchemas, type Question } from '#app/modules/setup/answers.ts';
import { setUpOrganisation } from '#app/modules/setup/set-up.server.ts';
import { addDays, dayOf } from '#app/platform/clock/dates.ts';
import { type Config, readConfig } from '#app/platform/config.ts';
import { connectDatabase } from '#app/platform/database/client.ts';
import { openDatabase } from '#app/platform/database/open.ts';
import { createMailer } from '#app/platform/mail/mailer.ts';
import { letIn } from '../lib/let-in.ts';
import { projectRoot } from '../lib/project.mjs';
import { say } from '../lib/say.mjs';
import { readSettings, type Settings, writeSettings } from '../lib/settings.ts';

const questions: Record<Question, { ask: string; otherwise: string }> = {
  organisation: { ask: 'Name of the organisation', otherwise: '' },
  nation: { ask: 'Nation (england, wales, scotland, northern-ireland)', otherwise: 'england' },
  name: { ask: 'Name of the first administrator', otherwise: '' },
  email: { ask: 'Work email of the first administrator', otherwise: '' },
  origin: { ask: 'Public address', otherwise: 'http://localhost:3000' },
  mail: { ask: 'Mail server, smtp://user:password@host:587 (empty for none)', otherwise: '' },
  from: { ask: 'Sender of mail, Signpost <signpost@example.org> (empty for none)', otherwise: '' },
};
const names = Object.keys(questions) as Question[];

const usage = `npm run setup asks what it must know, or takes it from flags:
  npm run setup -- --organisation "Hill School" --name "Amina Malik" --email a.malik@hill.example \\
    --origin https://signpost.hill.example --mail smtp://user:password@mail.example:587 --from "Signpost <signpost@hill.example>"
  --nation wales     where it is not England
  --one-more         adds a second organisation to this installation
  --let-in EMAIL     sets nothing up: prints a new link for an administrator who has lost every way in.
                     With --organisation NAME where they administer more than one`;

const { values: flags } = parseArgs({
  options: {
    ...(Object.fromEntries(names.map((name) => [name, { type: 'string' }])) as Record<
      Question,
      { type: 'string' }
    >),
    'one-more': { type: 'boolean', default: false },
    'let-in': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (flags.help) say(usage);
else if (flags['let-in'] !== undefined) await letIn(flags['let-in'], flags.organisation);
else await setUp();

async function setUp() {
  const answers = await readAnswers();
  if (answers.mail !== '' && answers.from === '')
    throw new Error(
      'A mail server needs a sender as well: --from "Signpost <signpost@example.org>"',
    );
  const settings = settingsOf(answers);
  const config = readConfig({ ...process.env, ...settings }, projectRoot);
  const mailer = createMailer(config.mail);
  if (mailer.isConfigured) await mailer.verify();
  const token = await prepareDatabase(config, answers);
  await writeSettings({ ...readSettings(), ...settings });
  const link = token && `${answers.origin}/invitation?token=${token}`;
  if (link && mailer.isConfigured) await sendInvitation(answers, link, mailer.send);
  mailer.close();
  conclude(answers, link, mailer.isConfigured);
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

async function readAnswers(): Promise<Answers> {
  const terminal = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stderr })
    : null;
  try {
    const answers: Record<string, string> = {};
    for (const name of names) answers[name] = await readAnswer(name, terminal);
    return answers as Answers;
  } finally {
    terminal?.close();
  }
}

type Terminal = ReturnType<typeof createInterface> | null;

/** From a flag, which must be right at once; else from whoever sits there, until it is. */
async function readAnswer(name: Question, terminal: Terminal): Promise<string> {
  const { ask, otherwise } = questions[name];
  const flag = flags[name];
  for (;;) {
    const isTyped = flag === undefined && terminal !== null;
    const hint = otherwise ? ` [${otherwise}]` : '';
    const typed = isTyped ? (await terminal.question(`${ask}${hint}: `)).trim() : flag;
    const answer = answerSchemas[name].safeParse(typed || otherwise);
    if (answer.success) return answer.data;
    const sentence = answer.error.issues[0]?.message ?? 'That cannot be used.';
    if (!isTyped) throw new Error(`--${name}: ${sentence}\n\n${usage}`);
    say(sentence);
  }
}

function settingsOf({ origin, mail, from }: Answers): Settings {
  return {
    SIGNPOST_DEMO: 'off',
    SIGNPOST_ORIGIN: origin,
    SIGNPOST_MAIL: mail,
    SIGNPOST_MAIL_FROM: from,
  };
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

function conclude({ origin, email }: Answers, link: string | null, isMailed: boolean) {
  const lines = ['', 'Signpost is set up. Start it, or start it anew: npm start', ''];
  if (!link) lines.push(`Whoever has an account already signs in at ${origin}/sign-in`);
  else {
    if (isMailed) lines.push(`An invitation is on its way to ${email}. This is the same link:`);
    else lines.push('The administrator opens this link once, and chooses a password:');
    lines.push(
      `  ${link}`,
      `It works for ${invitationDays} days. Run this command again for a new one.`,
    );
  }
  say(lines.join('\n'));
}
