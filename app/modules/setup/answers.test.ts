import { expect, test } from 'vitest';
import { answerSchemas, type Question } from './answers.ts';

const read = (question: Question, text: string) => answerSchemas[question].safeParse(text);

test.each<[Question, string, unknown]>([
  ['organisation', '  Hill \n School ', 'Hill School'],
  ['organisation', 'Ysgol Gymraeg 🦉', 'Ysgol Gymraeg 🦉'],
  ['organisation', 'x'.repeat(120), 'x'.repeat(120)],
  ['nation', 'wales', 'wales'],
  ['name', "Shona O'Neill-Żółw", "Shona O'Neill-Żółw"],
  ['email', ' A.Malik@Hill.Example ', 'a.malik@hill.example'],
  ['origin', 'https://signpost.hill.example', 'https://signpost.hill.example'],
  ['origin', ' https://SIGNPOST.hill.example:8443/ ', 'https://signpost.hill.example:8443'],
  ['origin', 'http://localhost:3000', 'http://localhost:3000'],
  ['origin', 'http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ['mail', '', ''],
  ['mail', ' None', ''],
  ['mail', 'smtp://user:pass%40word@mail.example:587', 'smtp://user:pass%40word@mail.example:587'],
  ['mail', 'smtps://mail.example', 'smtps://mail.example'],
  ['from', '', ''],
  ['from', 'Signpost <signpost@hill.example>', 'Signpost <signpost@hill.example>'],
  ['from', 'signpost@hill.example', 'signpost@hill.example'],
])('%s: %j is taken', (question, text, answer) => {
  expect(read(question, text)).toMatchObject({ success: true, data: answer });
});

test.each<[Question, string, RegExp]>([
  ['organisation', '', /name of the organisation/],
  ['organisation', ' \t ', /name of the organisation/],
  ['organisation', 'x'.repeat(121), /120 characters/],
  ['organisation', 'Hill\u0000School', /ordinary characters/],
  ['nation', 'France', /england, wales/],
  ['nation', '', /england, wales/],
  ['name', '', /first administrator/],
  ['name', 'Amina\u001b[31m', /ordinary characters/],
  ['email', '', /email address/],
  ['email', 'a.malik', /email address/],
  ['email', 'Amina <a.malik@hill.example>', /email address/],
  ['email', 'a@hill.example\nBcc: b@hill.example', /email address/],
  ['origin', '', /public address/],
  ['origin', 'signpost.hill.example', /public address/],
  ['origin', 'http://signpost.hill.example', /https:\/\//],
  ['origin', 'http://localhost.evil.example', /https:\/\//],
  ['origin', 'http://127.0.0.1.evil.example', /https:\/\//],
  ['origin', 'ftp://signpost.hill.example', /https:\/\//],
  ['origin', 'javascript:alert(1)', /address/],
  ['origin', 'https://hill.example/signpost', /without a path/],
  ['origin', 'https://hill.example/?a=1', /without a path/],
  ['origin', 'https://hill.example/#a', /without a path/],
  ['origin', 'https://user:secret@hill.example', /a name or a password/],
  ['mail', 'mail.example', /smtp:\/\//],
  ['mail', 'http://mail.example', /smtp:\/\//],
  ['mail', 'smtp://', /smtp:\/\//],
  ['from', 'Signpost', /sender/],
  ['from', 'Signpost <signpost>', /sender/],
  ['from', 'a@hill.example, b@hill.example', /sender/],
  ['from', 'a@hill.example\r\nBcc: b@hill.example', /sender/],
])('%s: %j is refused with a sentence that says what to write', (question, text, sentence) => {
  const { error } = read(question, text);
  const message = error?.issues[0]?.message ?? '';
  expect(message).toMatch(sentence);
  expect(message).toMatch(/^[A-Z]/);
  expect(message).not.toMatch(/undefined|NaN|Invalid|expected/);
});

test('no refusal repeats a secret', () => {
  const messages = [
    read('mail', 'http://user:open-sesame@mail.example'),
    read('origin', 'https://user:open-sesame@hill.example'),
  ].flatMap(({ error }) => error?.issues.map((issue) => issue.message) ?? []);
  expect(messages).toHaveLength(2);
  expect(messages.join()).not.toContain('open-sesame');
});
