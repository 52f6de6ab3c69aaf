import type { z } from 'zod';
import { checkDefinition } from './check-definition.ts';
import { checkWords } from './check-words.ts';
import { type Definition, definitionSchema } from './definition.ts';
import { type Finder, type Finding, findingsFor } from './findings.ts';
import { type GuideFile, guideFileName, readGuide } from './guide.ts';
import { readValue } from './read-value.ts';
import { type ReadingLevel, readingLevels } from './vocabulary.ts';
import { type Words, wordsSchema } from './words.ts';

/**
 * The files of one scenario folder: name relative to the folder → content as text, or null where
 * something stands there that cannot be read. Whoever found that has told so.
 */
export type ScenarioFiles = { folder: string; files: ReadonlyMap<string, string | null> };

export type WordsFile = { locale: string; level: ReadingLevel; words: Words };
export type ScenarioSource = { definition: Definition; words: WordsFile[]; guides: GuideFile[] };
export type ReadResult =
  | { ok: true; source: ScenarioSource; findings: Finding[] }
  | { ok: false; findings: Finding[] };

/**
 * Reads one scenario from the texts of its files and enforces the contract.
 * In: the folder's name (`staff/a-picture-is-going-round`) and its files; the ids of all rules.
 * Out: the checked definition and words, or findings that name file, place and what to do.
 * Never throws: a broken file is a finding. Source: design section 3.
 */
export function readScenario(
  { folder, files }: ScenarioFiles,
  rules: ReadonlySet<string>,
): ReadResult {
  const finder = findingsFor(folder, 'machine.json');
  const definition = readFile(folder, 'machine.json', files, definitionSchema, finder.found);
  if (!definition) return { ok: false, findings: finder.found };
  checkDefinition(definition, rules, finder);
  if (definition.id !== folder)
    finder.add({
      rule: 'id',
      key: 'id',
      message: `The id "${definition.id}" must be the name of the folder, "${folder}".`,
    });
  const words = readWords(folder, definition, files, finder.found);
  const guides = readGuides(definition, files, finder.found);
  const broken = finder.found.some((finding) => finding.severity === 'error');
  return broken || words === null
    ? { ok: false, findings: finder.found }
    : { ok: true, source: { definition, words, guides }, findings: finder.found };
}

/** `text/en-GB.json` and `text/en-GB.easy.json`, for each locale and level a definition claims. */
export function wordsFileName(locale: string, level: ReadingLevel): string {
  return `text/${wordsName(locale, level)}.json`;
}

/** `en-GB` and `en-GB.easy`. */
export function wordsName(locale: string, level: ReadingLevel): string {
  return level === 'standard' ? locale : `${locale}.${level}`;
}

/** The words of every file that is claimed, or null where one of them cannot be used. */
function readWords(
  folder: string,
  definition: Definition,
  files: ScenarioFiles['files'],
  found: Finding[],
): WordsFile[] | null {
  const claimed = [...new Set(definition.locales)].flatMap((locale) =>
    readingLevels
      .filter((level) => definition.readingLevels.includes(level))
      .map((level) => ({ locale, level, file: wordsFileName(locale, level) })),
  );
  const read = claimed.flatMap(({ locale, level, file }) => {
    const words = readFile(folder, file, files, wordsSchema, found);
    return words ? [{ locale, level, file, words }] : [];
  });
  reportUnclaimed(folder, [...files.keys()], new Set(claimed.map(({ file }) => file)), found);
  const first = read[0]?.words;
  for (const { file, words } of read) {
    const finder = findingsFor(folder, file);
    checkWords(definition, words, first ?? words, finder);
    found.push(...finder.found);
  }
  if (read.length < claimed.length) return null;
  return read.map(({ locale, level, words }) => ({ locale, level, words }));
}

function readGuides(
  definition: Definition,
  files: ScenarioFiles['files'],
  found: Finding[],
): GuideFile[] {
  return definition.locales.flatMap((locale) => {
    const { guide, findings } = readGuide(definition, locale, files.get(guideFileName(locale)));
    found.push(...findings);
    return guide ? [{ locale, guide }] : [];
  });
}

/** Somebody translated in vain: a language that machine.json does not claim is shown to nobody. */
function reportUnclaimed(
  folder: string,
  files: string[],
  claimed: ReadonlySet<string>,
  found: Finding[],
) {
  for (const file of files.filter((name) => name.startsWith('text/') && !claimed.has(name))) {
    const finder = findingsFor(folder, file);
    finder.add({
      rule: 'text-unclaimed',
      severity: 'warning',
      message: `Nobody will see ${file}: machine.json does not name its language in "locales", or its level in "readingLevels".`,
    });
    found.push(...finder.found);
  }
}

function readFile<T>(
  folder: string,
  file: string,
  files: ScenarioFiles['files'],
  schema: z.ZodType<T>,
  found: Finding[],
): T | null {
  const finder = findingsFor(folder, file);
  const text = files.get(file);
  if (text === undefined) reportMissing(finder, file);
  const value = typeof text === 'string' ? readValue(text, schema, finder) : null;
  found.push(...finder.found);
  return value;
}

function reportMissing(finder: Finder, file: string) {
  finder.add({ rule: 'file-missing', message: `The file ${file} is missing. Add it.` });
}
