import * as looks from '#scenarios/kit/looks.ts';
import * as kit from '#scenarios/kit/vocabulary.ts';
import type { Block } from '#scenarios/kit/words.ts';
import { lintRows, reading } from '#scenarios/rules/language.ts';
import rulesJson from '#scenarios/rules/rules.json' with { type: 'json' };
import { citeRule } from '#scenarios/rules/rules.ts';
import type { Sequence } from '#scenarios/rules/sequences.schema.ts';
import { sequences } from '#scenarios/rules/sequences.ts';
import { sayClause } from './say-clause.ts';
import { table } from './table.ts';

/** The tables of the authoring guide, by the names of their regions, from what the checker itself uses. */
export const referenceTables = {
  lists: sayLists,
  reading: sayReading,
  tags: () => entriesTable('Tag', kit.tags),
  does: () => entriesTable('Word', kit.does),
  guards: () =>
    `${entriesTable('Guard', kit.guards)}\n\n${entriesTable('Action', kit.actions)}\n\nMeters: ${list(kit.meters)}, from ${kit.meterRange.min} to ${kit.meterRange.max}.`,
  sequences: saySequences,
  rules: sayRules,
  language: sayLanguage,
  contacts: () => entriesTable('Contact', kit.contactSlots),
  looks: sayLooks,
};

function sayLists(): string {
  return table(
    ['Choose from', ''],
    [
      ['`track`', list(kit.tracks)],
      ['`theme`', list(kit.themes)],
      ['`role`', list(kit.roles)],
      ['`nations`', list(kit.nations)],
      ['`fourCs`', list(kit.fourCs)],
      ['`strands`', list(kit.strands)],
      ['`contains`', list(kit.hardTopics)],
      ['`readingLevels`', list(kit.readingLevels)],
    ],
  );
}

function sayReading(): string {
  const { sentence, age } = reading;
  const ages = kit.tracks.map((track) => `${age.most[track]} (${track})`).join(', ');
  return table(
    ['Plain language', 'At most', 'Rule and source'],
    [
      ['words in a sentence', `${sentence.standard.mostWords}`, cited(sentence.standard)],
      ['words in a sentence of Easy Read', `${sentence.easy.mostWords}`, cited(sentence.easy)],
      ['age at which a scene is read with ease', ages, cited(age)],
    ],
  );
}

function cited({ id, source }: { id: string; source: string }): string {
  return `${id}: ${source}`;
}

function saySequences(): string {
  return table(
    ['Rule', 'In plain words', 'Tracks', 'Binds', 'What the checker asks', 'Source'],
    sequences.map((rule) => {
      const { name, says, source } = citeRule(rule.id);
      const isTightened = rulesJson.some(({ id, tightened }) => id === rule.id && tightened);
      return [
        `**${rule.id}**${isTightened ? ' †' : ''}${isGrave(rule.id) ? ' grave' : ''}`,
        `**${name}.** ${saidIn(says)}`,
        [rule.tracks.join(', '), ...absent(rule)].join('; '),
        rule.binds === 'every' ? 'every path' : 'ends well',
        rule.clauses.map(sayClause).join('<br>'),
        source.replace(/; tightened on practice advice.*$/, ''),
      ];
    }),
  );
}

function saidIn(says: Block[]): string {
  return says.map(({ text }) => text).join(' ');
}

function isGrave(id: string): boolean {
  return (kit.graveRules as readonly string[]).includes(id);
}

function absent({ nations }: Sequence): string[] {
  const others = kit.nations.filter((nation) => !nations.includes(nation));
  return others.length > 0 ? [`not ${others.join(', ')}`] : [];
}

function sayRules(): string {
  const rows = rulesJson
    .filter(({ id }) => !sequences.some((rule) => rule.id === id))
    .map(({ id, audience }) => {
      const { name, says, source } = citeRule(id);
      return [`**${id}**`, `**${name}.** ${saidIn(says)}`, audience.join(', '), source];
    });
  return table(['Rule', 'Says', 'For', 'Source'], rows);
}

function sayLanguage(): string {
  return table(
    ['Rule', 'Words that it flags: each', 'Instead', 'Tracks', 'Source'],
    lintRows.map(({ id, severity, reason, prefer, tracks, source }) => [
      `**${id}** ${severity}`,
      reason,
      prefer,
      tracks.length === kit.tracks.length ? 'all' : tracks.join(', '),
      source,
    ]),
  );
}

function sayLooks(): string {
  const { heads, skins, hairs, clothes, beards, glasses, moods, settings } = looks;
  const features = Object.entries({
    head: heads,
    skin: skins,
    hair: hairs,
    clothes,
    beard: beards,
  });
  return [
    entriesTable('Mood', moods),
    entriesTable('Setting', settings),
    table(
      ['`look`', 'Choose from'],
      [...features, ['glasses', glasses] as const].map(([name, words]) => [
        `\`${name}\``,
        list(words),
      ]),
    ),
  ].join('\n\n');
}

function entriesTable(head: string, entries: Record<string, kit.Entry>): string {
  return table(
    [head, 'Means', 'Source'],
    Object.entries(entries).map(([word, { meaning, source }]) => [`\`${word}\``, meaning, source]),
  );
}

function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}
