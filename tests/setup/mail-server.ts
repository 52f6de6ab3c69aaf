import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = { subject: string; text: string; html: string; links: string[] };

export type MailServer = {
  url: string;
  /** All that came in so far, the newest last. */
  messages: ParsedMail[];
  /** The first message to an address; only what came in after so many messages, where that is said. */
  waitFor(to: string, after?: number): Promise<ReceivedMail>;
  stop(): Promise<void>;
};

const patience = 15_000;

/**
 * A mail server on this machine that keeps what it gets. It takes mail from and for everybody but
 * whoever is called `nobody`. Without encryption, unless that is asked for.
 */
export async function startMailServer({ encrypts = false } = {}): Promise<MailServer> {
  const messages: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: encrypts ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    // It says that its certificate is known to everybody, which is right here.
    logger: false,
    onMailFrom: ({ address }, _session, done) => done(refusalOf(address)),
    onRcptTo: ({ address }, _session, done) => done(refusalOf(address)),
    onData: (stream, session, done) => {
      simpleParser(stream, {}).then((message) => {
        if (encrypts && !session.secure)
          return done(new Error('Only over an encrypted connection'));
        messages.push(message);
        done();
      }, done);
    },
  });
  // A client that hangs up is no fault of the test.
  server.on('error', () => {});
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    waitFor: (to, after = 0) => waitFor(messages, to, after),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function refusalOf(address: string): Error | null {
  return address.startsWith('nobody@') ? new Error(`There is no ${address} here`) : null;
}

async function waitFor(messages: ParsedMail[], to: string, after: number): Promise<ReceivedMail> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const found = messages.slice(after).find((message) => recipients(message).includes(to));
    if (found) return present(found);
    await sleep(20);
  }
  const others = messages.slice(after).flatMap(recipients).join(', ') || 'nobody';
  throw new Error(`No message to ${to} came in; there were messages to ${others}.`);
}

function recipients({ to = [] }: ParsedMail): string[] {
  return [to].flat().flatMap(({ value }) => value.map(({ address = '' }) => address));
}

function present({ subject = '', text = '', html }: ParsedMail): ReceivedMail {
  return { subject, text, html: html || '', links: text.match(/https?:\/\/\S+/g) ?? [] };
}
