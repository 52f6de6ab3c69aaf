import type { Definition } from '#scenarios/kit/definition.ts';
import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import { listStates } from '#scenarios/kit/graph.ts';
import { type WordsFile, wordsFileName } from '#scenarios/kit/read-scenario.ts';
import { asSeen } from '#scenarios/kit/signs.ts';
import type { HardTopic, Tag } from '#scenarios/kit/vocabulary.ts';
import { flattenWords } from '#scenarios/kit/word-keys.ts';
import { completeness, type NoteTopic } from '#scenarios/rules/completeness.ts';

const wholeWords = (pattern: string) => new RegExp(`\\b(?:${pattern})(?!\\w)`, 'i');
const topics = completeness.notes.map((note) => ({
  note,
  warned: wholeWords(note.warned),
  told: 'told' in note ? wholeWords(note.told) : null,
}));
const saysNothing =
  /^(?:none|nothing|n\/?a|not applicable|no content note|tbc|tbd|todo|[-–—.\s]*)\.?$/i;

const saysNothingHard =
  /(?:^|[.!?\n] ?)(?:there(?: is|'s) )?(?:nothing|no)(?: \w+){0,2} (?:hard|difficult|upsetting|distressing|sensitive|sad|scary|frightening|worrying)(?: \w+){0,3}(?:[.!\n]|$)/i;

/** The content note says something, and warns of everything hard that the story tells (ACC-14). */
export function checkContentNote(definition: Definition, file: WordsFile): Finding[] {
  const { found, add } = findingsFor(definition.id, wordsFileName(file.locale, file.level));
  const at = { rule: 'content-note', source: completeness.noteSource, key: 'contentNote' };
  const note = asSeen(file.words.contentNote.map(({ text }) => text).join('\n'));
  if (saysNothing.test(note.trim()))
    add({ ...at, message: 'The content note says nothing. Say what comes, before it comes.' });
  if (!/^en\b/.test(file.locale)) return found;
  const missed = topics.flatMap(({ note: topic, warned, told }) => {
    const place = placeOf(definition, file, topic, told);
    return place && !warned.test(note) ? [{ topic: topic.topic, place }] : [];
  });
  for (const { topic, place } of missed)
    add({
      ...at,
      severity: 'warning',
      message: `The content note does not warn of ${topic}, which is in "${place}". Say it plainly, so that readers can decide.`,
    });
  const hard = missed[0]?.place ?? firstTagged(completeness.hardTags, definition);
  if (hard && saysNothingHard.test(note) && !topics.some(({ warned }) => warned.test(note)))
    add({
      ...at,
      message: `The content note says that nothing hard comes, and "${hard}" is hard for some. Say plainly what comes, before it comes.`,
    });
  return found;
}

/** The hard topics that a words file or the tags of its scenes tell of, by id. */
export function topicsTold(definition: Definition, file: WordsFile): HardTopic[] {
  if (!/^en\b/.test(file.locale)) return [];
  return topics.flatMap(({ note, told }) =>
    placeOf(definition, file, note, told) ? [note.id] : [],
  );
}

function placeOf(definition: Definition, file: WordsFile, topic: NoteTopic, told: RegExp | null) {
  return told ? firstTelling(told, file) : firstTagged(tagsOf(topic), definition);
}

function firstTelling(told: RegExp, { words }: WordsFile): string | undefined {
  return [...flattenWords(words)].find(
    ([key, blocks]) =>
      key.startsWith('scenes.') && blocks.some(({ text }) => told.test(asSeen(text))),
  )?.[0];
}

function firstTagged(tags: readonly Tag[], definition: Definition): string | undefined {
  return listStates(definition).find(({ config }) => config.tags?.some((tag) => tags.includes(tag)))
    ?.path;
}

function tagsOf(topic: NoteTopic): Tag[] {
  return 'tag' in topic ? [topic.tag] : [];
}
