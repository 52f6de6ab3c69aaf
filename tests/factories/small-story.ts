type Phrases = Partial<Record<(typeof keywords)[number], string>> & { words: string[] };
export type Line = Phrases & { name: string; target: string | undefined };
export type State = Line & { ways: Line[] };

const keywords = [
  'breaks',
  'repairs',
  'if',
  'unless',
  'sets',
  'clears',
  'rated',
  'blames',
] as const;

/**
 * A story in a few lines. A line that is not indented is a state, with its tags; an indented one is a
 * way out of it, with what it does:
 *
 *     talk: disclosure
 *       tell: tell_dsl record -> well
 *       wait: delay, breaks SEQ-2, sets late -> night
 *     night: night_passes, blames if late -> fair
 *
 * Phrases of a state: `rated workable`, `blames` or `blames if flag` (it shows blaming words). Phrases
 * of a way: `breaks` and `repairs` with rules, `if`, `unless`, `sets` and `clears` with a flag. A way
 * named `next` makes a scene, or is written behind its state; `always` is not chosen; two ways of
 * one name are tried in turn. States may have dots; a chapter begins with its first one.
 */
export function parseStory(story: string): State[] {
  const states: State[] = [];
  for (const text of story.split('\n').filter((line) => line.trim() !== '')) {
    const line = parseLine(text.trim());
    if (text.startsWith('  ')) states.at(-1)?.ways.push(line);
    else states.push({ ...line, ways: line.target ? [{ ...line, ...next }] : [] });
  }
  return states;
}

const next = { name: 'next', words: [] };

/** `name: words, phrase, phrase -> target`; only the name must be there. */
function parseLine(text: string): Line {
  const [said = '', target] = text.split('->').map((part) => part.trim());
  const [name = '', rest = ''] = said.split(/:(.*)/s);
  const line: Line = { name: name.trim(), target, words: [] };
  for (const phrase of rest.split(',').map((part) => part.trim())) {
    const keyword = keywords.find((word) => phrase.split(' ')[0] === word);
    if (keyword) line[keyword] = phrase.slice(keyword.length).replace(/^ if /, '').trim();
    else line.words.push(...listOf(phrase));
  }
  return line;
}

/** The words of a phrase. */
export function listOf(text = ''): string[] {
  return text.split(' ').filter(Boolean);
}
