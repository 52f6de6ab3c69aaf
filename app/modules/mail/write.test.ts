import { expect, test } from 'vitest';
import { type MessageKind, messageKinds } from './kinds.ts';
import { writeMessage } from './write.ts';

const link = 'https://signpost.example.org/invitation?code=abc&for=staff';
const invitation = {
  organisation: 'Riverbank Academy',
  name: 'Amina Oduya',
  link,
  validUntil: '2026-12-01',
  needsSecondStep: false,
};
const write = {
  invitation: () => writeMessage('invitation', invitation, 'en-GB'),
  'sign-in-link': () => writeMessage('sign-in-link', { link, minutes: 15 }, 'en-GB'),
  'password-changed': () => writeMessage('password-changed', {}, 'en-GB'),
  'second-factor-set': () => writeMessage('second-factor-set', {}, 'en-GB'),
  'second-factor-moved': () => writeMessage('second-factor-moved', {}, 'en-GB'),
  'second-factor-removed': () => writeMessage('second-factor-removed', {}, 'en-GB'),
  'recovery-codes-made': () => writeMessage('recovery-codes-made', {}, 'en-GB'),
  'address-proved': () => writeMessage('address-proved', {}, 'en-GB'),
  test: () => writeMessage('test', {}, 'en-GB'),
} satisfies Record<MessageKind, () => unknown>;
const kinds = Object.keys(messageKinds) as MessageKind[];
const linked: MessageKind[] = ['invitation', 'sign-in-link'];

/** What a reader of the HTML reads, paragraph by paragraph. */
function read(html: string): string[] {
  const body = html.slice(html.indexOf('<body'));
  return [...body.matchAll(/<p>(.*?)<\/p>/gs)].map(([, paragraph = '']) =>
    decode(paragraph.replace(/<br\/?>/g, '\n').replace(/<[^>]*>/g, '')),
  );
}

/** The same, as the text would have it: the link beside its label, once. */
function asText(html: string): string {
  return `${read(html).join('\n\n')}\n`.replace(/\n\nIf that does not open.*\n/, ':\n');
}

function decode(text: string): string {
  const characters: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#x27;': "'",
    '&amp;': '&',
  };
  return text.replace(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => characters[entity] ?? entity);
}

test.each(kinds)('%s says the same as text and as HTML', (kind) => {
  const { subject, text, html } = write[kind]();
  expect(asText(html)).toBe(text);
  expect(html).toContain(`<title>${subject}</title>`);
  expect(subject).toContain('Signpost');
});

test.each(kinds)('%s leaves no gap, loads nothing, and tells nobody that it was read', (kind) => {
  const { subject, text, html } = write[kind]();
  for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|null|\{\{|\}\}/);
  expect(html).not.toMatch(/<(img|link|script|style|iframe|object|video|audio)\b|\ssrc=|url\(/i);
  expect(html.match(/https?:\/\/[^"<\s]+/g) ?? []).toHaveLength(linked.includes(kind) ? 2 : 0);
});

test.each(kinds)('%s says who sent it, and what to do if it was not expected', (kind) => {
  const paragraphs = write[kind]().text.trim().split('\n\n');
  expect(paragraphs.at(-1)).toMatch(/^Signpost sent you this message because /);
  expect(paragraphs.at(-2)).toMatch(/^(You did not|It was not you).*\? \S/);
});

test.each(kinds)('%s tells a mail program its language, and follows light and dark', (kind) => {
  const { html } = write[kind]();
  expect(html).toMatch(/^<!doctype html><html lang="en-GB" dir="ltr">/);
  expect(html).toContain('<div lang="en-GB" dir="ltr"');
  expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
  expect(html).not.toMatch(/#[\da-f]{3,8}\b|rgb|(?<!-)\bcolor:|background/i);
});

test.each(linked)('%s has the same link in both parts, also to be copied', (kind) => {
  const { text, html } = write[kind]();
  expect(text.match(/https?:\/\/\S+/g)).toEqual([link]);
  const [, href = ''] = html.match(/<a href="([^"]*)"/) ?? [];
  expect(decode(href)).toBe(link);
  expect(read(html).some((paragraph) => paragraph.endsWith(`\n${link}`))).toBe(true);
});

test('an invitation names the organisation, the person, and the day in words', () => {
  const { subject, text } = write.invitation();
  expect(subject).toBe('Riverbank Academy invites you to Signpost');
  expect(text).toMatch(/^Hello Amina Oduya,\n/);
  expect(text).toContain('valid until 1 December 2026');
});

test('an invitation speaks of a second step to whoever needs one, and to nobody else', () => {
  const told = (needsSecondStep: boolean) =>
    writeMessage('invitation', { ...invitation, needsSecondStep }, 'en-GB');
  expect(told(true).text).toContain('second step');
  expect(asText(told(true).html)).toBe(told(true).text);
  expect(told(false).text).not.toContain('second step');
});

test('a sign-in link says how long it works', () => {
  expect(write['sign-in-link']().text).toContain('for 15 minutes.');
  const brief = writeMessage('sign-in-link', { link, minutes: 1 }, 'en-GB');
  expect(brief.text).toContain('for 1 minute.');
});

test('what somebody typed stays words', () => {
  const typed = `<script>alert("1 & 2")</script> {{link}} $t(greeting.plain)`;
  const { text, html } = writeMessage(
    'invitation',
    { ...invitation, organisation: typed, name: typed },
    'en-GB',
  );
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;');
  expect(asText(html)).toBe(text);
  expect(text).toContain(`Hello ${typed},`);
});

test('what somebody typed stays in its line, and out of the headers', () => {
  const { subject, text } = writeMessage(
    'invitation',
    { ...invitation, organisation: 'Riverbank\r\nBcc: eve@example.org', name: ' Amina\n\nOduya ' },
    'en-GB',
  );
  expect(subject).toBe('Riverbank Bcc: eve@example.org invites you to Signpost');
  expect(text).toMatch(/^Hello Amina Oduya,\n/);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,hello',
  'https://signpost.example.org/ https://example.org',
  '/invitation',
])('%j is no link for a message', (wrong) => {
  expect(() => writeMessage('invitation', { ...invitation, link: wrong }, 'en-GB')).toThrow('link');
});

test('a language that we do not have gets the words and the label of one that we have', () => {
  const { html } = writeMessage('test', {}, 'tlh');
  expect(html).toContain('<html lang="en-GB" dir="ltr">');
});
