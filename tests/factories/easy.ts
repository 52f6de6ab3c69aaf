import type { Json, JsonObject, ScenarioJson, TextFiles } from './scenario.ts';
import { scenarioFiles } from './scenario.ts';

const symbols = ['speech-balloon', 'mobile-phone', 'person', 'open-book', 'locked', 'school'];

/** What each sentence of the easy text below begins with. */
export const easyMark = 'In short:';

/** The files of a scenario with easy text beside the standard: every sentence marked, with a symbol. */
export function easyFiles({ folder, definition, words }: ScenarioJson): TextFiles {
  const both = { ...definition, readingLevels: ['standard', 'easy'] };
  const easy = JSON.stringify(easyOf(words));
  return scenarioFiles({ folder, definition: both, words }, { 'text/en-GB.easy.json': easy });
}

function easyOf(words: Json): Json {
  if (Array.isArray(words)) return words.map(easyOf);
  if (words === null || typeof words !== 'object') return words;
  const inside = Object.entries(words).map(([key, value]) => [key, easyOf(value)]);
  return isBlock(words)
    ? { ...words, text: `${easyMark} ${words.text}`, symbol: symbolOf(words.text) }
    : (Object.fromEntries(inside) as JsonObject);
}

/** Items and sentences have a `text` too, which is made of blocks. */
function isBlock(words: JsonObject): words is JsonObject & { text: string } {
  return typeof words.text === 'string';
}

function symbolOf(text: string): string {
  return symbols[text.length % symbols.length] ?? '';
}
