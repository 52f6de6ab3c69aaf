import { expect, test } from 'vitest';
import { checkApproval } from '#app/checker/completeness/check-approval.ts';
import { type Approval, readApprovals } from '#scenarios/kit/approvals.ts';
import { createScenarioSource } from '#tests/factories/scenario.ts';

const hash = (letter: string) => letter.repeat(64);
const hashes = { machine: hash('a'), texts: { 'en-GB': hash('b'), 'en-GB.easy': hash('c') } };
const approval: Approval = {
  name: 'Jo Marsh',
  title: 'Designated safeguarding lead',
  on: '2026-11-01',
  substance: 1,
  ...hashes,
};
const source = createScenarioSource();

function check(approvals: Approval[], { required = false, today = '2026-11-22' } = {}) {
  const findings = checkApproval(source, approvals, { hashes, required, today });
  return findings.map(({ rule, severity, message }) => ({ rule, severity, message }));
}

test('who approved this very version is told, and that is all', () => {
  const approved = {
    rule: 'approved',
    severity: 'info',
    message:
      'Jo Marsh, Designated safeguarding lead, approved substance 1 on 2026-11-01. Nothing has changed since.',
  };
  expect(check([approval])).toEqual([approved]);
  expect(check([approval], { required: true })).toEqual([approved]);
});

test('an unapproved scenario is information, and an error where approval is required', () => {
  expect(check([])).toMatchObject([{ rule: 'unapproved', severity: 'info' }]);
  const [finding] = check([], { required: true });
  expect(finding).toMatchObject({ rule: 'unapproved', severity: 'error' });
  expect(finding?.message).toContain(JSON.stringify({ substance: 1, ...hashes }));
});

test.each<[string, Partial<Approval>, string]>([
  ['the machine', { machine: hash('d') }, 'the story and its choices (machine.json)'],
  ['one level', { texts: { ...hashes.texts, 'en-GB.easy': hash('d') } }, 'the words of en-GB.easy'],
  ['a new level', { texts: { 'en-GB': hash('b') } }, 'the words of en-GB.easy are new'],
  [
    'a language taken out',
    { texts: { ...hashes.texts, cy: hash('d') } },
    'the words of cy were taken out',
  ],
  ['the substance', { substance: 3 }, 'what is taught (substance 3, now 1)'],
])('what changed since is told: %s', (_, changes, says) => {
  const [approved, changed] = check([{ ...approval, ...changes }]);
  expect(approved?.message).toContain(`Changed since: ${says}.`);
  expect(changed).toMatchObject({ rule: 'changed-since-approval', severity: 'info' });
  expect(check([{ ...approval, ...changes }], { required: true })[1]).toMatchObject({
    severity: 'error',
  });
});

test('one approval that holds is enough', () => {
  const old = { ...approval, machine: hash('d') };
  expect(check([old, approval], { required: true }).map(({ rule }) => rule)).toEqual([
    'approved',
    'approved',
  ]);
});

test('an approval expires with the review date', () => {
  expect(check([approval], { today: '2027-09-01' })).toHaveLength(1);
  expect(check([approval], { today: '2027-09-02' })[1]).toMatchObject({
    rule: 'expired',
    severity: 'info',
  });
  expect(check([approval], { today: '2027-09-02', required: true })[1]).toMatchObject({
    rule: 'expired',
    severity: 'error',
  });
});

test('nobody approves tomorrow', () => {
  const found = check([{ ...approval, on: '2026-11-23' }]);
  expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['approval-date', 'error'],
    ['unapproved', 'info'],
  ]);
});

test('approvals.json may be missing, and is read', () => {
  expect(readApprovals('staff/a', undefined)).toEqual({ approvals: [], findings: [] });
  expect(readApprovals('staff/a', JSON.stringify([approval]))).toEqual({
    approvals: [approval],
    findings: [],
  });
});

test.each<[string, string, string, string]>([
  ['broken JSON', '[', 'json', 'not valid JSON'],
  ['a name twice', '[{ "name": "a", "name": "b" }]', 'duplicate', 'twice'],
  ['no list', '{}', 'format', 'must be a list'],
  ['a short hash', JSON.stringify([{ ...approval, machine: 'abc' }]), 'format', 'Copy the hash'],
  ['a date that is none', JSON.stringify([{ ...approval, on: '1 May' }]), 'format', 'Use a date'],
  ['a word too many', JSON.stringify([{ ...approval, ok: true }]), 'format', 'means nothing here'],
  ['no name', JSON.stringify([{ ...approval, name: ' ' }]), 'format', 'least allowed'],
])('approvals.json is refused with %s', (_, text, rule, says) => {
  const { approvals, findings } = readApprovals('staff/a', text);
  expect(approvals).toEqual([]);
  expect(findings).toMatchObject([{ file: 'approvals.json', rule, severity: 'error' }]);
  expect(findings[0]?.message).toContain(says);
});
