import { createInterface } from 'node:readline/promises';
import { type Answers, answerSchemas, type Question } from '#app/modules/setup/answers.ts';
import { say } from './say.mjs';
import type { Settings } from './settings.ts';

const asked: Record<Question, string> = {
  organisation: 'Name of the organisation',
  nation: 'Nation (england, wales, scotland, northern-ireland)',
  name: 'Name of the first administrator',
  email: 'Work email of the first administrator',
  origin: 'Public address',
  mail: 'Mail server, smtp://user:password@host:587, or none',
  from: 'Sender of mail, Signpost <signpost@example.org>',
};
export const questions = Object.keys(asked) as Question[];
/** What the server must know, whichever organisation it serves. */
const ofServer = ['origin', 'mail', 'from'] as const;
export type ServerAnswers = Pick<Answers, (typeof ofServer)[number]>;

export type Flags = Partial<Record<Question, string>> & { 'no-mail': boolean };
type Terminal = ReturnType<typeof createInterface> | null;

/** Whether the flags change settings of the server, and name no organisation and nobody. */
export function changesServerOnly(flags: Flags): boolean {
  const given = questions.filter((name) => flags[name] !== undefined);
  const isOfServer = (name: Question) => ofServer.some((one) => one === name);
  return given.every(isOfServer) && (given.length > 0 || flags['no-mail']);
}

/** All the answers: from flags, from whoever sits there, or as they were set before. */
export async function readAnswers(flags: Flags, settings: Settings): Promise<Answers> {
  const terminal = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stderr })
    : null;
  try {
    const reader = { flags, terminal, kept: keptIn(settings) };
    const answers = {
      organisation: await readAnswer('organisation', reader),
      nation: await readAnswer('nation', reader),
      name: await readAnswer('name', reader),
      email: await readAnswer('email', reader),
    } as Omit<Answers, keyof ServerAnswers>;
    return { ...answers, ...(await readServer(reader)) };
  } finally {
    terminal?.close();
  }
}

/** The answers about the server alone, with nobody asked. */
export async function readServerAnswers(flags: Flags, settings: Settings): Promise<ServerAnswers> {
  return readServer({ flags, terminal: null, kept: keptIn(settings) });
}

type Reader = { flags: Flags; terminal: Terminal; kept: Partial<Record<Question, string>> };

function keptIn(settings: Settings): Reader['kept'] {
  return {
    nation: 'england',
    origin: settings.SIGNPOST_ORIGIN || 'http://localhost:3000',
    mail: settings.SIGNPOST_MAIL ?? '',
    from: settings.SIGNPOST_MAIL_FROM ?? '',
  };
}

async function readServer(reader: Reader): Promise<ServerAnswers> {
  const { flags } = reader;
  if (flags['no-mail'] && (flags.mail || flags.from))
    throw new Error('Give a mail server, or --no-mail, and not both.');
  const origin = await readAnswer('origin', reader);
  const mail = flags['no-mail'] ? '' : await readAnswer('mail', reader);
  // Without a server there is nothing to send from.
  const from = mail === '' ? '' : await readAnswer('from', reader);
  if (mail === '' && flags.from) throw new Error('A sender needs a mail server as well: --mail');
  if (mail !== '' && from === '')
    throw new Error(
      'A mail server needs a sender as well: --from "Signpost <signpost@example.org>"',
    );
  return { origin, mail, from };
}

/** A flag must be right at once; whoever sits there is asked until it is. Nothing said keeps what is set. */
async function readAnswer(name: Question, { flags, terminal, kept }: Reader): Promise<string> {
  const flag = flags[name];
  for (;;) {
    const isTyped = flag === undefined && terminal !== null;
    const hint = hintOf(name, kept[name] ?? '');
    const typed = isTyped ? (await terminal.question(`${asked[name]}${hint}: `)).trim() : flag;
    const answer = answerSchemas[name].safeParse(typed || kept[name] || '');
    if (answer.success) return answer.data;
    const sentence = answer.error.issues[0]?.message ?? 'That cannot be used.';
    if (!isTyped) throw new Error(`--${name}: ${sentence}\n\n${usage}`);
    say(sentence);
  }
}

/** What Enter keeps. The address of a mail server holds a password, which nobody needs to see. */
function hintOf(name: Question, kept: string): string {
  if (name === 'mail') return ` [${kept ? new URL(kept).host : 'none'}]`;
  return kept && ` [${kept}]`;
}

export const usage = `npm run setup asks what it must know, or takes it from flags:
  npm run setup -- --organisation "Hill School" --name "Amina Malik" --email a.malik@hill.example \\
    --origin https://signpost.hill.example --mail smtp://user:password@mail.example:587 --from "Signpost <signpost@hill.example>"
  --nation wales     where it is not England
  --one-more         adds a second organisation to this installation
  --no-mail          sends no mail any more
  --let-in EMAIL     sets nothing up: prints a new link for an administrator who has lost every way in.
                     With --organisation NAME where they administer more than one
What is not said stays as it was set. Once there is an organisation, --origin, --mail and --from may stand alone:
  npm run setup -- --mail smtp://user:password@mail.example:587`;
