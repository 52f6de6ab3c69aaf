import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailServer, startMailServer } from '#tests/setup/mail-server.ts';
import { MailError } from './errors.ts';
import { createMailer } from './mailer.ts';

const from = 'Signpost <signpost@example.org>';
const message = {
  to: 'amina@example.org',
  subject: 'Żółw says hello',
  text: 'Hello Amina,\n\nhttps://signpost.example.org/x?a=1&b=2\n',
  html: '<p>Hello Amina</p>',
};

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.stop());

/** How it was refused; anything else than MailError is a fault of ours. */
async function refusal(work: () => unknown): Promise<MailError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof MailError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}

test('a message arrives as it was written, from whom it is, to one address', async () => {
  await createMailer({ url: server.url, from }).send(message);
  expect(await server.waitFor(message.to)).toEqual({
    subject: message.subject,
    text: message.text,
    html: message.html,
    links: ['https://signpost.example.org/x?a=1&b=2'],
  });
  const [received] = server.messages;
  expect(received?.from?.value).toEqual([{ name: 'Signpost', address: 'signpost@example.org' }]);
  expect(received?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(received?.attachments).toEqual([]);
});

test('a server that takes us is found to', async () => {
  await createMailer({ url: server.url, from }).verify();
});

test('an address that the server refuses is told apart from a server that is away', async () => {
  const mailer = createMailer({ url: server.url, from });
  const refused = await refusal(() => mailer.send({ ...message, to: 'nobody@example.org' }));
  expect(refused).toMatchObject({ isPermanent: true });
  expect(refused.message).toContain('does not accept this address');
  expect(refused.message).not.toContain('nobody');
});

test('a sender whom the server refuses is a matter of the settings, not of the message', async () => {
  const mailer = createMailer({ url: server.url, from: 'nobody@example.org' });
  const error = await refusal(() => mailer.send(message));
  expect(error.message).toContain('Check how it is written, and whether this user may use it');
  expect(error.isPermanent).toBe(false);
});

test('a server that is away is an error in one sentence, which can be tried again', async () => {
  const gone = await startMailServer();
  await gone.stop();
  const mailer = createMailer({ url: gone.url, from });
  for (const work of [() => mailer.send(message), () => mailer.verify()]) {
    const error = await refusal(work);
    expect(error.message).toContain('cannot be reached');
    expect(error.isPermanent).toBe(false);
  }
});

test('on this machine, encryption is used where it is offered, whoever made the certificate', async () => {
  const strict = await startMailServer({ encrypts: true });
  try {
    await createMailer({ url: strict.url, from }).send(message);
    expect((await strict.waitFor(message.to)).subject).toBe(message.subject);
  } finally {
    await strict.stop();
  }
});

test('anywhere else nothing is said without encryption that can be trusted', async () => {
  const selfSigned = await startMailServer({ encrypts: true });
  try {
    for (const { url, messages } of [server, selfSigned]) {
      const before = messages.length;
      // This address leads to the same server, and does not look like this machine.
      const elsewhere = url.replace('smtp://127.0.0.1', 'smtp://user:hidden@0.0.0.0');
      const error = await refusal(() => createMailer({ url: elsewhere, from }).send(message));
      expect(error.message).toContain('no encrypted connection that can be trusted');
      expect(`${error.message}${error.stack}`).not.toContain('hidden');
      expect(messages).toHaveLength(before);
    }
  } finally {
    await selfSigned.stop();
  }
});

test.each([
  ['a line break in the address', { to: 'amina@example.org\nBcc: eve@example.org' }],
  ['a line break at its end', { to: 'amina@example.org\n' }],
  ['two addresses', { to: 'amina@example.org, eve@example.org' }],
  ['an address with a name', { to: 'Amina <amina@example.org>' }],
  ['no address', { to: '' }],
  ['a line break in the subject', { subject: 'Hello\r\nBcc: eve@example.org' }],
  ['a lone carriage return in the subject', { subject: 'Hello\rBcc: eve@example.org' }],
  ['no subject', { subject: '' }],
])('%s is refused, and nothing is sent', async (_what, change) => {
  const before = server.messages.length;
  const mailer = createMailer({ url: server.url, from });
  const error = await refusal(() => mailer.send({ ...message, ...change }));
  expect(error).toMatchObject({ isPermanent: true });
  expect(error.message).toContain('Check how both are written');
  expect(server.messages).toHaveLength(before);
});

test.each([
  ['https://user:hidden@mail.example.org', from],
  ['smtp://', from],
  ['smtp://user:hidden%zz@mail.example.org', from],
  ['mail.example.org', from],
  ['smtp://mail.example.org', 'Signpost'],
  ['smtp://mail.example.org', 'Signpost <signpost@example.org>\nBcc: eve@example.org'],
])('the settings %j from %j are refused, without the password', async (url, sender) => {
  const error = await refusal(() => createMailer({ url, from: sender }));
  expect(error.message).toContain('The mail settings cannot be used');
  expect(error.message).not.toContain('hidden');
});

test('without settings it says so, and refuses to send', async () => {
  const mailer = createMailer(null);
  expect(mailer.isConfigured).toBe(false);
  expect((await refusal(() => mailer.send(message))).message).toContain('No mail server');
  expect((await refusal(() => mailer.verify())).message).toContain('No mail server');
  mailer.close();
});
