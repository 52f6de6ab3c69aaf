import { expect, test } from 'vitest';
import {
  type ContactSlot,
  contactFields,
  contactSlots,
  nations,
} from '#scenarios/kit/vocabulary.ts';
import { contactLabel, contactWords } from './contact-words.ts';
import words from './locales/en-GB/contacts.json' with { type: 'json' };

const slots = Object.keys(contactSlots) as ContactSlot[];

test.each([
  [null, 'the safeguarding lead', 'Safeguarding lead'],
  ['england', 'the designated safeguarding lead', 'Designated safeguarding lead'],
  ['wales', 'the designated safeguarding person', 'Designated safeguarding person'],
  ['scotland', 'the child protection coordinator', 'Child protection coordinator'],
  ['northern-ireland', 'the designated teacher', 'Designated teacher'],
] as const)('in %s the lead is %s', (nation, name, label) => {
  expect(contactWords('en-GB', nation, 'dsl', 'name')).toBe(name);
  expect(contactLabel('en-GB', nation, 'dsl')).toBe(label);
});

test('where a nation has no word of its own, the neutral one is said', () => {
  for (const nation of nations) {
    expect(contactWords('en-GB', nation, 'head', 'name')).toBe('your head');
    expect(contactWords('en-GB', nation, 'dsl', 'phone')).toBe(
      'the number on your safeguarding notice',
    );
  }
  expect(contactLabel('en-GB', 'wales', 'socialCare')).toBe('Children’s social care');
});

test('a nation is not told of what it does not have', () => {
  const inScotland = contactWords('en-GB', 'scotland', 'lado', 'name');
  expect(inScotland).not.toMatch(/designated officer/);
  const prevent = contactWords('en-GB', 'northern-ireland', 'preventLead', 'name');
  expect(prevent).not.toMatch(/Prevent/);
  const team = contactWords('en-GB', 'northern-ireland', 'socialCare', 'name');
  expect(team).toContain('Gateway team');
});

test('every contact that a scenario can name has words in every nation', () => {
  for (const nation of [null, ...nations])
    for (const slot of slots)
      for (const field of contactFields)
        expect(contactWords('en-GB', nation, slot, field), `${nation} ${slot}`).toMatch(/ /);
});

test('no nation says what nobody asks for', () => {
  const { neutral, labels, ...others } = words;
  expect(Object.keys(others).sort()).toEqual([...nations].sort());
  for (const own of Object.values(others))
    expect(Object.keys(neutral)).toEqual(expect.arrayContaining(Object.keys(own)));
  const { neutral: labelled, ...byNation } = labels;
  for (const own of Object.values(byNation))
    expect(Object.keys(labelled)).toEqual(expect.arrayContaining(Object.keys(own)));
});
