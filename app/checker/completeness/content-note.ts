import type { Definition } from '#scenarios/kit/definition.ts';
import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import { listStates } from '#scenarios/kit/graph.ts';
import { type WordsFile, wordsFileName } from '#scenarios/kit/read-scenario.ts';
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

/** The content note says something, and warns of everything hard that the story tells (ACC-14). */
export function checkContentNote(definition: Definition, file: WordsFile): Finding[] {
  const { found, add } = findingsFor(definition.id, wordsFileName(file.locale, file.level));
  const at = { rule: 'content-note', source: completeness.noteSource, key: 'contentNote' };
  const note = file.words.contentNote.map(({ text }) => text).join('\n');
  if (saysNothing.test(note.trim()))
    add({ ...at, message: 'The content note says nothing. Say what comes, before it comes.' });
  if (!/^en\b/.test(file.locale)) return found;
  for (const { note: topic, warned, told } of topics) {
    if (warned.test(note)) continue;
    const place = told ? firstTelling(told, file) : firstTagged(topic, definition);
    if (place)
      add({
        ...at,
        severity: 'warning',
        message: `The content note does not warn of ${topic.topic}, which is in "${place}". Say it plainly, so that readers can decide.`,
      });
  }
  return found;
}

function firstTelling(told: RegExp, { words }: WordsFile): string | undefined {
  return [...flattenWords(words)].find(
    ([key, blocks]) => key.startsWith('scenes.') && blocks.some(({ text }) => told.test(text)),
  )?.[0];
}

function firstTagged(topic: NoteTopic, definition: Definition): string | undefined {
  if (!('tag' in topic)) return undefined;
  return listStates(definition).find(({ config }) => config.tags?.includes(topic.tag))?.path;
}
