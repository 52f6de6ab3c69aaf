// cspell:ignore reportharmfulcontent shorespace reportfraud nationalcrimeagency takeitdown
import { expect, test } from 'vitest';
import { hardTopics, themes, tracks } from '../kit/vocabulary.ts';
import data from './routes.json' with { type: 'json' };
import { nationalRoutesSchema } from './routes.schema.ts';
import { findRoute, fitsStory, nationalRoutes, routeNames, servesNation } from './routes.ts';
import words from './text/en-GB.json' with { type: 'json' };

/** Section 4 of the safeguarding reference, row by row: how each is reached, and for whom. */
const everybody = 'staff parents young-people';
const rows: [string, string[], string][] = [
  ['police-emergency', ['999'], everybody],
  ['police', ['101'], everybody],
  ['childline', ['0800 1111', 'childline.org.uk'], 'young-people'],
  ['report-remove', ['via childline'], 'young-people'],
  ['ceop', ['ceop.police.uk'], everybody],
  ['iwf', ['report.iwf.org.uk'], everybody],
  ['take-it-down', ['takeitdown.ncmec.org'], 'young-people'],
  [
    'professionals-online-safety-helpline',
    ['0344 381 4772', 'helpline@saferinternet.org.uk'],
    'staff',
  ],
  ['report-harmful-content', ['reportharmfulcontent.com'], everybody],
  ['nspcc', ['0808 800 5000', 'help@nspcc.org.uk'], 'staff parents'],
  ['nspcc-whistleblowing', ['0800 028 0285'], 'staff'],
  ['stop-it-now', ['0808 1000 900'], 'staff parents'],
  ['shore', ['shorespace.org.uk'], 'young-people'],
  ['act-early', ['0800 011 3764'], 'parents young-people'],
  ['terrorist-content', ['gov.uk/report-terrorism'], everybody],
  ['anti-terrorist-hotline', ['0800 789 321'], everybody],
  ['samaritans', ['116 123', 'samaritans.org'], everybody],
  ['shout', ['SHOUT to 85258'], everybody],
  ['nhs-mental-health', ['111, option 2'], everybody],
  ['papyrus', ['0800 068 4141'], everybody],
  ['education-support', ['08000 562 561'], 'staff'],
  ['emergency-text-and-bsl', ['999 by text'], everybody],
  ['report-fraud', ['0300 123 2040', 'reportfraud.police.uk'], 'staff parents'],
];
/** Named by a rule of section 2, and by scenarios: COM-1 and COM-3. */
const named: typeof rows = [
  ['bank-159', ['159'], 'parents young-people'],
  ['scam-texts-7726', ['7726 by text'], 'parents young-people'],
  ['cyber-choices', ['www.nationalcrimeagency.gov.uk'], 'staff parents'],
];

function waysTo(id: string): string[] {
  const { phone, option, text, web, email, via } = findRoute(id) ?? {};
  const texted = text?.word ? `${text.word} to ${text.number}` : text && `${text.number} by text`;
  return [
    option ? `${phone}, option ${option}` : phone,
    texted,
    web?.replace('https://', ''),
    email,
    via && `via ${via}`,
  ].filter((way) => typeof way === 'string');
}

test('every row of the reference is here, and nothing else but what its rules name', () => {
  const all = [...rows, ...named];
  expect(nationalRoutes.map(({ id }) => id).sort()).toEqual(all.map(([id]) => id).sort());
  for (const [id, ways, audience] of all) {
    expect(waysTo(id), id).toEqual(ways);
    expect(findRoute(id)?.audience.join(' '), id).toBe(audience);
  }
});

test('only what is in wide public use is shown before anybody has confirmed it', () => {
  const shown = nationalRoutes.filter(({ wellKnown }) => wellKnown).map(({ id }) => id);
  expect(shown.sort()).toEqual(['ceop', 'childline', 'police', 'police-emergency', 'samaritans']);
  const kept = nationalRoutes.filter(({ neverHidden }) => neverHidden).map(({ id }) => id);
  expect(kept.sort()).toEqual(['childline', 'police-emergency']);
});

test('nobody has confirmed any of them for everybody, and each says where it is from', () => {
  expect(data.filter(({ status, last_verified: on }) => status !== 'unverified' || on)).toEqual([]);
  expect(data.filter(({ source }) => source.trim() === '')).toEqual([]);
});

test('what serves some nations only is not for the others, and may be for one that is not known', () => {
  const missing = (nation: Parameters<typeof servesNation>[1]) =>
    nationalRoutes.filter((route) => !servesNation(route, nation)).map(({ id }) => id);
  expect(missing('england')).toEqual([]);
  expect(missing('wales')).toEqual(['nhs-mental-health']);
  expect(missing('northern-ireland')).toEqual(['nhs-mental-health']);
  expect(missing('scotland')).toEqual(['report-fraud', 'nhs-mental-health']);
  expect(missing(null)).toEqual([]);
});

test('every route has plain words, and no words are orphaned', () => {
  expect(Object.keys(words).sort()).toEqual(nationalRoutes.map(({ id }) => id).sort());
  for (const text of sentences()) {
    expect(text).toMatch(/^[A-Z].*\.$/);
    for (const sentence of text.split(/(?<=\.)\s/))
      expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25);
  }
});

const sentences = () => Object.values(words).flatMap((entry) => Object.values(entry));

test('no number or address is typed into the words', () => {
  const details = nationalRoutes.flatMap(({ phone, text, web, under }) => [
    phone,
    text?.number,
    web?.replace('https://', ''),
    under?.toString(),
  ]);
  for (const text of sentences()) {
    // The app's own name holds the number.
    const prose = text.replace('999 BSL app', '');
    for (const detail of details) if (detail) expect(prose).not.toContain(detail);
  }
});

test('an age is said where one is known, and nowhere else', () => {
  const said = Object.entries(words).filter(([, { when }]) => when.includes('{{under}}'));
  const known = nationalRoutes.filter(({ under }) => under !== null);
  expect(said.map(([id]) => id).sort()).toEqual(known.map(({ id }) => id).sort());
});

const after = (
  track: (typeof tracks)[number],
  theme: (typeof themes)[number],
  ...contains: (typeof hardTopics)[number][]
) => nationalRoutes.filter((route) => fitsStory(route, { track, theme, contains }));
const idsAfter = (...story: Parameters<typeof after>) => after(...story).map(({ id }) => id);

test('young people are always offered 999 and Childline, before anything else', () => {
  for (const theme of themes)
    expect(idsAfter('young-people', theme, ...hardTopics).slice(0, 2)).toEqual([
      'police-emergency',
      'childline',
    ]);
});

test.each([
  ['young-people', 'online-blackmail', ['ceop', 'report-remove', 'bank-159', 'take-it-down']],
  ['young-people', 'radicalisation', ['act-early', 'police', 'terrorist-content']],
  ['young-people', 'bullying', ['report-harmful-content']],
  ['parents', 'grooming', ['nspcc', 'ceop']],
  ['parents', 'radicalisation', ['nspcc', 'act-early', 'police', 'terrorist-content']],
  ['parents', 'commerce', ['nspcc', 'bank-159', 'report-fraud', 'scam-texts-7726', 'police']],
  [
    'staff',
    'allegations',
    ['professionals-online-safety-helpline', 'nspcc-whistleblowing', 'education-support'],
  ],
] as const)('%s who have met %s are offered what fits', (track, theme, expected) => {
  const always = ['police-emergency', ...(track === 'young-people' ? ['childline'] : [])];
  expect(idsAfter(track, theme)).toEqual([...always, ...expected]);
});

test('staff are led to nobody whom the safeguarding lead is there to ask (RAD-3)', () => {
  const ids = idsAfter('staff', 'radicalisation', 'hate-or-extremism');
  for (const id of ['police', 'act-early', 'terrorist-content', 'anti-terrorist-hotline'])
    expect(ids).not.toContain(id);
});

test('whoever has met suicide is offered somebody who listens at any hour', () => {
  for (const track of tracks)
    expect(idsAfter(track, 'online-blackmail', 'suicide-or-self-harm')).toContain('samaritans');
});

test('the checker knows each by all its names and numbers', () => {
  const names = routeNames();
  expect(names).toContainEqual(['IWF', 'Internet Watch Foundation']);
  expect(names).toContainEqual(['116 123']);
  const all = names.map(([first]) => first);
  expect(new Set(all).size).toBe(all.length);
});

const [first, ...rest] = data;
test.each([
  ['a verified route without a date', { status: 'verified', last_verified: null }],
  ['a date at which nobody verified it', { last_verified: '2026-11-01' }],
  ['a route that nobody can reach', { phone: null }],
  ['an option without a phone', { phone: null, web: 'https://a.example', option: 2 }],
  ['an offer to others than it is for', { audience: ['staff'] }],
  ['an address that is not https', { web: 'http://a.example' }],
  ['a way through a route that is not there', { via: 'nobody' }],
  ['a field of another name', { shown: true }],
])('the schema refuses %s', (_name, changes) => {
  expect(nationalRoutesSchema.safeParse([first, ...rest]).success).toBe(true);
  expect(nationalRoutesSchema.safeParse([{ ...first, ...changes }, ...rest]).success).toBe(false);
});

test('the schema refuses two routes of one id', () => {
  expect(nationalRoutesSchema.safeParse([...data, first]).success).toBe(false);
});
