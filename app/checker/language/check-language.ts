import { type Finder, type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { asSeen } from '#scenarios/kit/signs.ts';
import type { Track } from '#scenarios/kit/vocabulary.ts';
import type { Walkthrough } from '#scenarios/kit/walkthroughs.ts';
import { type LintRow, lintRows, reading } from '#scenarios/rules/language.ts';
import { contactProblems } from './contacts.ts';
import { compileLint, type Lint, lintText } from './lint.ts';
import { nameProblems } from './local-names.ts';
import { type Measure, measure, readingAge, sentencesOf, wordCount } from './readable.ts';
import { listTexts, type Text, type TextFile } from './texts.ts';

const design = 'Design, section 3';

/** A check of words by the given rows of the language lint. */
export function createLanguageCheck(rows: readonly LintRow[]) {
  const lint = compileLint(rows);
  return (source: ScenarioSource): Finding[] => [
    ...checkSources(source),
    ...listTexts(source).flatMap((file) => checkFile(source, file, lint)),
  ];
}

/**
 * What a scenario says and how: words that blame or are outdated, contacts typed into prose, long
 * sentences, a reading age above the track's. In: a scenario that was read without errors. Out:
 * findings by file and key, empty when all is well.
 */
export const checkLanguage = createLanguageCheck(lintRows);

/** Names of play-throughs and of sources are read too: they hold no contacts either. */
export function checkWalkthroughNames(scenario: string, walkthroughs: Walkthrough[]): Finding[] {
  const finder = findingsFor(scenario, 'walkthroughs.json');
  for (const [index, { name }] of walkthroughs.entries())
    addContacts(finder, asSeen(name), { key: `${index}.name` });
  return finder.found;
}

function checkSources({ definition }: ScenarioSource): Finding[] {
  const finder = findingsFor(definition.id, 'machine.json');
  for (const [index, { title, published }] of definition.sources.entries())
    for (const [field, text] of Object.entries({ title, published }))
      addContacts(finder, asSeen(text), { key: `sources.${index}.${field}` });
  return finder.found;
}

function addContacts(finder: Finder, seen: string, at: Pick<Finding, 'key'> & Partial<Finding>) {
  for (const { rule, message } of contactProblems(seen))
    finder.add({ ...at, rule, source: design, message });
}

function checkFile({ definition }: ScenarioSource, file: TextFile, lint: Lint): Finding[] {
  const finder = findingsFor(definition.id, file.file);
  const cast = Object.values(file.words.cast);
  const isEnglish = /^en\b/.test(file.locale);
  const measures = new Map<string | null, Measure[]>();
  for (const text of file.texts) {
    const at = { key: text.key, state: text.state };
    for (const { seen } of text.blocks) addContacts(finder, seen, at);
    const sentences = text.blocks.flatMap((block) => sentencesOf(block.text, file.locale));
    checkSentences(file, text, sentences, finder);
    if (!isEnglish) continue;
    const measured = measure(sentences, definition.track);
    measures.set(text.state, [...(measures.get(text.state) ?? []), measured]);
    for (const { rule, message } of nameProblems(text, cast))
      finder.add({ ...at, rule, source: design, severity: 'warning', message });
    checkWordsOf(text, definition.track, lint, finder);
    checkQuotation(text, finder);
  }
  if (isEnglish) checkAges(measures, definition.track, finder);
  else reportUnknown(file, finder);
  return finder.found;
}

function checkWordsOf(text: Text, track: Track, lint: Lint, finder: Finder) {
  for (const { row, words } of lintText(lint, track, text))
    finder.add({
      rule: row.id,
      severity: row.severity,
      source: row.source,
      key: text.key,
      state: text.state,
      message: `“${words}” ${row.reason}. ${row.prefer}`,
    });
}

/** The exemption is for words that are quoted to be answered, never for what Signpost says itself. */
function checkQuotation({ key, state, blocks, quotes }: Text, finder: Finder) {
  const at = { rule: 'exemplar', source: 'SEQ-19', key, state };
  const isSentence = key.endsWith('.sentence.text');
  for (const { exemplar, seen } of blocks) {
    if (isSentence && !exemplar)
      finder.add({
        ...at,
        message: 'A sentence to rephrase blames somebody. Say so: "exemplar": "blaming".',
      });
    if (exemplar && quotes === 'never')
      finder.add({
        ...at,
        message:
          'Nothing here can be an exemplar, since nobody answers it. Write it without blame, and take the mark out. The label of a slip needs none.',
      });
    if (exemplar && quotes === 'in marks' && !/"|(?<!\w)'(?=\w)/.test(seen))
      finder.add({
        ...at,
        message:
          'Only words that somebody says can be an exemplar. Put them in quotation marks, or write it without blame.',
      });
  }
}

function checkSentences(
  { locale, level }: TextFile,
  { key, state }: Text,
  sentences: string[],
  finder: Finder,
) {
  const { id, mostWords, source } = reading.sentence[level];
  for (const sentence of sentences) {
    const count = wordCount(sentence, locale);
    if (count > mostWords)
      finder.add({
        ...{ rule: id, source, key, state },
        message: `A sentence has ${count} words; at most ${mostWords} are read with ease. Make two of it: “${sentence}”`,
      });
  }
}

/** By scene, and over all: a scene of few words counts only there, since a short text says little. */
function checkAges(byState: Map<string | null, Measure[]>, track: Track, finder: Finder) {
  const { id, most, source } = reading.age;
  const scenes = [...byState].filter(([state]) => state !== null);
  for (const [state, measures] of [...scenes, [null, [...byState.values()].flat()] as const]) {
    const age = readingAge(measures);
    if (age !== null && age > most[track])
      finder.add({
        ...{ rule: id, source, state, severity: 'warning' },
        message: `${state ? 'This scene' : 'The whole text'} is read with ease at age ${age}; for this track it should be at most ${most[track]}. Write shorter sentences and plainer words.`,
      });
  }
}

function reportUnknown({ locale }: TextFile, finder: Finder) {
  finder.add({
    rule: 'language',
    severity: 'info',
    source: design,
    message: `The words of "${locale}" were not checked for blame or reading age: the rules know English only. Let a safeguarding lead who speaks it read them.`,
  });
}
