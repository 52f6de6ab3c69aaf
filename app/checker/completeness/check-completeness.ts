import { routeNames } from '#scenarios/directory/routes.ts';
import { sceneOf } from '#scenarios/kit/check-words.ts';
import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import { listStates } from '#scenarios/kit/graph.ts';
import {
  type ScenarioSource,
  type WordsFile,
  wordsFileName,
} from '#scenarios/kit/read-scenario.ts';
import { flattenWords } from '#scenarios/kit/word-keys.ts';
import type { Block } from '#scenarios/kit/words.ts';
import { completeness } from '#scenarios/rules/completeness.ts';
import { checkCatalogue } from './check-catalogue.ts';
import { checkEasy } from './check-easy.ts';
import { checkGuides } from './check-guide.ts';
import { checkNations } from './check-nations.ts';
import { checkContentNote } from './content-note.ts';

/**
 * Whether a scenario that was read without errors is whole: every language and level says as much as
 * the first, Easy Read keeps every route, the content note warns of what is told, sources have dates
 * and the review date is not past. `today` is `2026-11-22`. Returns findings, empty when whole.
 */
export function checkCompleteness(source: ScenarioSource, today: string): Finding[] {
  return [
    ...checkDates(source, today),
    ...checkCatalogue(source),
    ...checkGuides(source),
    ...source.words.flatMap((file) => [
      ...checkKeys(source, file),
      ...checkRoutes(source, file),
      ...checkContentNote(source.definition, file),
      ...checkEasy(source.definition, file),
      ...checkNations(source.definition, file),
    ]),
  ];
}

/** Guidance is checked again every September, with a month to spare. */
const mostMonthsAhead = 13;

function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

/** Whether a year, or a month of it, such as "March 2027" or "2027-03", is after today's. */
function isFuture(published: string, today: string): boolean {
  const dates = published
    .toLowerCase()
    .matchAll(/(?:\b([a-z]{3})[a-z]*\.? )?\b((?:19|20)\d{2})\b(?:-(\d{2})\b)?/g);
  return [...dates].some(([, name = '', year = '', number]) => {
    const month = number ? Number(number) : monthNames.indexOf(name) + 1;
    const isMonth = month >= 1 && month <= 12;
    return isMonth
      ? `${year}-${String(month).padStart(2, '0')}` > today.slice(0, 7)
      : year > today.slice(0, 4);
  });
}

function checkDates({ definition }: ScenarioSource, today: string): Finding[] {
  const { found, add } = findingsFor(definition.id, 'machine.json');
  for (const [index, { title, published }] of definition.sources.entries()) {
    if (title.trim() === '')
      add({
        ...{ rule: 'source-title', key: `sources.${index}.title` },
        message: 'This source has no title. Say what was read, so that others can read it too.',
      });
    if (!/\b(?:19|20)\d{2}\b|\bundated\b/i.test(published))
      add({
        ...{ rule: 'source-date', key: `sources.${index}.published` },
        message: `“${published}” does not say when this source was published. Write the year, "read in" and the year, or "undated".`,
      });
    else if (isFuture(published, today))
      add({
        ...{ rule: 'source-date', key: `sources.${index}.published` },
        message: `“${published}” is yet to come, so nobody can have read this source. Correct the date.`,
      });
  }
  if (definition.reviewBy > monthsAfter(today, mostMonthsAhead))
    add({
      ...{ rule: 'review-date', key: 'reviewBy', severity: 'warning' },
      message: `${definition.reviewBy} is more than ${mostMonthsAhead} months ahead. Guidance changes every September: let it be read again by then.`,
    });
  if (definition.reviewBy < today)
    add({
      ...{ rule: 'review-date', key: 'reviewBy', severity: 'warning' },
      message: `This was to be reviewed by ${definition.reviewBy}. Read it again with a safeguarding lead, and set the next date.`,
    });
  return found;
}

/** Texts that a scene may do without: where the first language has one, the others say it too. */
function checkKeys({ definition, words }: ScenarioSource, file: WordsFile): Finding[] {
  const first = words[0];
  if (!first || first === file) return [];
  const { found, add } = findingsFor(definition.id, wordsFileName(file.locale, file.level));
  const paths = new Set(listStates(definition).map(({ path }) => path));
  const here = flattenWords(file.words);
  for (const key of flattenWords(first.words).keys())
    if (!here.has(key))
      add({
        ...{ rule: 'text-missing', key, state: sceneOf(key, paths) },
        message: `The text for "${key}" is missing, though ${wordsFileName(first.locale, first.level)} has it. Write it here too.`,
      });
  return found;
}

const routes = routeNames().map((names) => ({
  name: names[0] ?? '',
  named: new RegExp(`(?<![\\p{L}\\d])(?:${names.join('|')})(?![\\p{L}\\d])`, 'u'),
}));

/** Easy Read names every national route that the standard words of the same scene name (ACC-16). */
function checkRoutes({ definition, words }: ScenarioSource, file: WordsFile): Finding[] {
  const standard = words.find(
    ({ locale, level }) => locale === file.locale && level === 'standard',
  );
  if (file.level !== 'easy' || !standard) return [];
  const { found, add } = findingsFor(definition.id, wordsFileName(file.locale, file.level));
  const paths = new Set(listStates(definition).map(({ path }) => path));
  const easy = textByScene(file, paths);
  for (const [state, text] of textByScene(standard, paths))
    for (const { name, named } of routes)
      if (named.test(text) && !named.test(easy.get(state) ?? ''))
        add({
          ...{ rule: 'ACC-16', source: completeness.routeSource, state },
          key: state ? `scenes.${state}` : null,
          message: `The standard words ${state ? 'of this scene' : 'before the story'} name “${name}”, and Easy Read does not. Name it here too, with a sentence that says what it is.`,
        });
  return found;
}

function textByScene({ words }: WordsFile, paths: ReadonlySet<string>) {
  const texts = new Map<string | null, string>();
  for (const [key, blocks] of flattenWords(words)) {
    const state = sceneOf(key, paths);
    texts.set(state, `${texts.get(state) ?? ''}\n${textOf(blocks)}`);
  }
  return texts;
}

function textOf(blocks: Block[]): string {
  return blocks.map(({ text }) => text).join('\n');
}
