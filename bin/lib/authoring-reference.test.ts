import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkLanguage } from '#app/checker/language/check-language.ts';
import { readApprovals } from '#scenarios/kit/approvals.ts';
import { type StateConfig, transitionSchema } from '#scenarios/kit/definition.ts';
import { guardSchema } from '#scenarios/kit/guards.ts';
import { readScenario } from '#scenarios/kit/read-scenario.ts';
import { sceneSchema } from '#scenarios/kit/scenes.ts';
import * as kit from '#scenarios/kit/vocabulary.ts';
import { ruleIds } from '#scenarios/rules/rules.ts';
import { sequences } from '#scenarios/rules/sequences.ts';
import { findingsIn, regionNames, withReference } from './authoring-reference.ts';
import { blocksOf, exampleFiles } from './readme-blocks.ts';
import { sayClause } from './say-clause.ts';

const folder = path.join(import.meta.dirname, '../../scenarios');
const guide = readFileSync(path.join(folder, 'README.md'), 'utf8');
const blocks = blocksOf(guide);
const kinds = sceneSchema.options.map((option) => option.shape.kind.value);

test('the guide says what the vocabulary and the rules say: run npm run scenarios:schema', () => {
  expect(withReference(guide)).toBe(guide);
});

test('the guide has every region once, and says of every word what it means', () => {
  const named = [...guide.matchAll(/<!-- begin (\w+) -->/g)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(regionNames.toSorted());
  for (const table of [kit.tags, kit.does, kit.guards, kit.actions, kit.contactSlots])
    for (const [word, { meaning, source }] of Object.entries(table))
      expect(guide).toContain(`| \`${word}\` | ${meaning} | ${source} |`);
  for (const rule of ruleIds) expect(guide).toContain(`| **${rule}**`);
});

test('what the checker asks is told with everything that a rule looks at', () => {
  const known = new Set<string>([...kit.wordsOf(kit.tags), ...kit.wordsOf(kit.does), ...kit.roles]);
  for (const clause of sequences.flatMap(({ clauses }) => clauses)) {
    const said = sayClause(clause);
    for (const [, word = ''] of JSON.stringify(clause).matchAll(/"([^"]+)"/g))
      if (known.has(word)) expect(said).toContain(word);
  }
});

test('the guide names the words that no rule asks about', () => {
  const asked = JSON.stringify(sequences);
  const idle = kit.wordsOf(kit.does).filter((word) => !asked.includes(`"${word}"`));
  const [, said = ''] = guide.match(/No rule asks about these: ([^.]*)\./) ?? [];
  expect([...said.matchAll(/`(\w+)`/g)].map(([, word]) => word)).toEqual(idle);
});

test('in the example of a rephrase the answer comes after the blame', () => {
  const [block] = blocks.filter(({ section }) => section === '`rephrase`');
  const { remark, ...later } = JSON.parse(block?.text ?? '') as Record<string, StateConfig>;
  expect(remark?.tags ?? []).not.toContain('blame_answered');
  for (const way of Object.values(remark?.on ?? {}).flat())
    expect(
      way.meta?.does.includes('challenge_blame') ||
        later[way.target ?? '']?.tags?.includes('blame_answered'),
    ).toBe(true);
});

test('a rule is told with its exceptions, its limits and its order', () => {
  expect(sayClause({ never: [{ does: ['pay'] }], after: [{ tag: ['blackmail'] }] })).toBe(
    'after tag `blackmail`: never `pay`',
  );
  expect(
    sayClause({
      roles: ['dsl'],
      before: [{ does: ['refer'] }],
      first: [{ does: ['initial_review'] }],
      unless: [{ done: ['call_999'] }, { seen: ['dsl_unreachable'] }],
    }),
  ).toBe(
    '_dsl_: no `refer` before `initial_review`, unless `call_999` was done or `dsl_unreachable` was met',
  );
  expect(sayClause({ never: [{ ends: true, withoutTag: ['support'] }] })).toBe(
    'never an ending without the tag `support`',
  );
  expect(
    sayClause({ possible: { does: ['tell_adult'], within: 1 }, until: [{ tag: ['support'] }] }),
  ).toBe('`tell_adult` can be done at once, until tag `support`');
});

test('a region that nobody knows is refused', () => {
  expect(() => withReference('<!-- begin colours -->\n<!-- end colours -->')).toThrow('colours');
});

test('the complete example passes every check, even strictly', () => {
  const files = exampleFiles(guide);
  expect([...files.keys()]).toEqual([
    'machine.json',
    'text/en-GB.json',
    'walkthroughs.json',
    'guide.en-GB.json',
  ]);
  const findings = findingsIn({ folder: 'staff/a-small-promise', files });
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  // Information comes only after everything was proved.
  expect(findings.map(({ rule }) => rule)).toContain('random-play');
});

test('every kind of scene has a section, in the order of the kit', () => {
  const sections = [...guide.matchAll(/^### `(\w+)`$/gm)].map(([, kind]) => kind);
  expect(sections.toSorted()).toEqual(kinds.toSorted());
});

test.each(kinds)('what the guide shows of a “%s” can be read and says nothing amiss', (kind) => {
  const [state, words, ...more] = blocks.filter(({ section }) => section === `\`${kind}\``);
  expect(more).toEqual([]);
  expect([state?.is, words?.is]).toEqual(['machine', 'words']);
  const result = readScenario(around(state?.text ?? '', words?.text ?? ''), ruleIds);
  expect(result.findings).toEqual([]);
  if (!result.ok) throw new Error('It was not read.');
  expect(Object.values(result.source.definition.machine.states)[0]?.meta?.kind).toBe(kind);
  expect(checkLanguage(result.source)).toEqual([]);
});

test('the smaller blocks are what the format allows', () => {
  const only = (is: string) => JSON.parse(blocks.find((block) => block.is === is)?.text ?? '');
  expect(guardSchema.safeParse(only('guard')).error).toBeUndefined();
  for (const way of [only('fragment'), ...only('fragments')])
    expect(transitionSchema.safeParse(way).error).toBeUndefined();
  expect(readApprovals('', JSON.stringify(only('approvals'))).findings).toEqual([]);
});

test('every link of the guide leads somewhere', () => {
  const anchors = new Set(
    [...guide.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
  const links = [...guide.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
  const lost = links.filter((link) =>
    link.startsWith('#') ? !anchors.has(link.slice(1)) : !existsSync(path.join(folder, link)),
  );
  expect(lost).toEqual([]);
});

type Json = { [key: string]: Json };

/** The example with its story replaced by one state, and an ending wherever that state leads. */
function around(state: string, words: string) {
  const example = exampleFiles(guide);
  const machine = JSON.parse(example.get('machine.json') ?? '');
  const text = JSON.parse(example.get('text/en-GB.json') ?? '');
  const states = JSON.parse(state) as Json;
  const targets = [...state.matchAll(/"target": "(\w+)"/g)].map(([, target = '']) => target);
  const endings = new Set(targets);
  const end = {
    type: 'final',
    meta: { kind: 'ending', rating: 'workable', parts: [{ id: 'end' }] },
  };
  const ended = { title: 'The end', parts: { end: [{ text: 'It is over.' }] } };
  machine.machine.initial = Object.keys(states)[0];
  machine.machine.states = {
    ...states,
    ...Object.fromEntries([...endings].map((id) => [id, end])),
  };
  machine.cast.alex = { is: 'colleague', look: machine.cast.mina.look };
  text.cast.alex = 'Alex';
  text.scenes = {
    ...JSON.parse(words),
    ...Object.fromEntries([...endings].map((id) => [id, ended])),
  };
  const files = new Map([
    ['machine.json', JSON.stringify(machine)],
    ['text/en-GB.json', JSON.stringify(text)],
  ]);
  return { folder: machine.id as string, files };
}
