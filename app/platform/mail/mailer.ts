import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { MailError, mailErrorOf } from './errors.ts';
import { type MailSettings, readSettings } from './settings.ts';

export type Mailer = {
  /** Whether there is a mail server at all. */
  isConfigured: boolean;
  /** Hands a message to the mail server. Throws MailError. */
  send(message: MailMessage): Promise<void>;
  /** Whether the mail server lets us in. Throws MailError where it does not. */
  verify(): Promise<void>;
  close(): void;
};

type MailMessage = z.infer<typeof messageSchema>;

/** A line break in what becomes a header would begin another header. */
const messageSchema = z.object({
  to: z.email(),
  subject: z.string().regex(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u),
  text: z.string(),
  html: z.string(),
});

const limits = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  socketTimeout: 20_000,
};

/** Sends mail by the server of the settings; without settings it refuses to. Throws MailError where they are wrong. */
export function createMailer(settings: MailSettings | null): Mailer {
  if (!settings) return silentMailer;
  const read = readSettings(settings);
  if (!read)
    throw new MailError(
      'The mail settings cannot be used. Write the server like smtp://user:password@mail.example.org:587, and the sender like Signpost <signpost@example.org>.',
    );
  const { url: server, from } = read;
  const transport = createTransport(
    { ...server, ...limits },
    // Nothing is ever fetched from a disk or a network to be put into a message.
    { from, disableFileAccess: true, disableUrlAccess: true },
  );
  return {
    isConfigured: true,
    send: async (message) => {
      const { to: address, ...content } = readMessage(message);
      // An answer from an absence assistant helps nobody.
      const headers = { 'Auto-Submitted': 'auto-generated' };
      await asMailError(transport.sendMail({ ...content, to: { name: '', address }, headers }));
    },
    verify: async () => {
      await asMailError(transport.verify());
    },
    close: () => transport.close(),
  };
}

const silentMailer: Mailer = {
  isConfigured: false,
  send: refuseToSend,
  verify: refuseToSend,
  close: () => {},
};

async function refuseToSend(): Promise<never> {
  throw new MailError('No mail server has been set up. Set one up, and send again.');
}

function readMessage(message: MailMessage): MailMessage {
  const parsed = messageSchema.safeParse(message);
  if (parsed.success) return parsed.data;
  throw new MailError(
    'The message has an address or a subject that mail cannot carry. Check how both are written.',
    true,
  );
}

async function asMailError<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw mailErrorOf(error as Error);
  }
}
