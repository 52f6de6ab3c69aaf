import type { ReadingLevel } from '#scenarios/kit/vocabulary.ts';
import { canonicalJson } from '../canonical-json.ts';
import { aboutLines } from './about-lines.ts';
import { type Edition, type EditionText, textIn } from './edition.ts';
import type { Line } from './line.ts';
import { orderKey, storyLines } from './story-lines.ts';
import { type Piece, wordDiff } from './word-diff.ts';
import { wordLines } from './word-lines.ts';

/** One thing that is not as it was. Without pieces it is only said that it changed. */
export type Change = { key: string; label: string; pieces: Piece[] };
type What = 'new' | 'gone' | 'changed';
export type SceneChanges = { path: string; title: string; what: What; changes: Change[] };
export type Compared = { whole: Change[]; scenes: SceneChanges[] };
export type TextChanges = Compared & { locale: string; level: ReadingLevel; what: What };

/** What is not as it was: about the scenario, in its story, and in each of its texts. */
export type Changes = {
  about: Change[];
  story: Compared;
  texts: TextChanges[];
  /** Something that has no words of its own changed. */
  hasOther: boolean;
};

/** What changed from one edition to another. In: both, and the reader's language. Pure. */
export function changesBetween(before: Edition, after: Edition, locale: string): Changes {
  const isSameDefinition = isSame(before.definition, after.definition);
  const about = isSameDefinition
    ? []
    : compare(aboutLines(before.definition, locale), aboutLines(after.definition, locale), locale);
  const story = isSameDefinition ? { whole: [], scenes: [] } : storyChanges(before, after, locale);
  const texts = textChanges(before, after, locale);
  const told = [...about, ...story.whole, ...story.scenes, ...texts];
  return { about, story, texts, hasOther: !isSameDefinition && told.length === 0 };
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

export function isUnchanged({ about, story, texts, hasOther }: Changes): boolean {
  const all = [...about, ...story.whole, ...story.scenes, ...texts];
  return all.length === 0 && !hasOther;
}

function storyChanges(before: Edition, after: Edition, locale: string): Compared {
  const [old, now] = [textIn(before, locale), textIn(after, locale)];
  if (!old || !now) return { whole: [], scenes: [] };
  return byScene(
    storyLines(before.definition, old.words, locale),
    storyLines(after.definition, now.words, locale),
    titlesIn(old, now),
    locale,
  );
}

function textChanges(before: Edition, after: Edition, locale: string): TextChanges[] {
  const keyOf = ({ locale, level }: EditionText) => `${locale}/${level}`;
  const old = new Map(before.texts.map((text) => [keyOf(text), text]));
  const now = new Map(after.texts.map((text) => [keyOf(text), text]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key): TextChanges[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const { locale: language, level } = is ?? was ?? { locale, level: 'standard' as const };
    const whole = { locale: language, level, whole: [], scenes: [] };
    if (!was || !is) return [{ ...whole, what: is ? 'new' : 'gone' }];
    if (isSame(was.words, is.words)) return [];
    const compared = byScene(
      wordLines(before.definition, was.words, locale),
      wordLines(after.definition, is.words, locale),
      titlesIn(was, is),
      language,
    );
    return [{ ...whole, ...compared, what: 'changed' }];
  });
}

/** What each scene is called, and where that changed, by its newer name. */
function titlesIn(was: EditionText, is: EditionText): Map<string, string> {
  return new Map(
    [was, is].flatMap(({ words }) =>
      Object.entries(words.scenes).map(([path, { title }]) => [path, title]),
    ),
  );
}

/** Lines compared scene by scene, in the order of the newer ones. */
function byScene(
  before: readonly Line[],
  after: readonly Line[],
  titles: ReadonlyMap<string, string>,
  language: string,
): Compared {
  const [old, now] = [grouped(before), grouped(after)];
  const paths = [...new Set([...now.keys(), ...old.keys()])];
  return {
    whole: compare(old.get(null) ?? [], now.get(null) ?? [], language),
    scenes: paths.flatMap((path): SceneChanges[] => {
      if (path === null) return [];
      const [was, is] = [old.get(path), now.get(path)];
      const scene = { path, title: titles.get(path) ?? path };
      // A new scene stands in the script, to be read as a whole.
      if (!was) return [{ ...scene, what: 'new', changes: [] }];
      if (!is) return [{ ...scene, what: 'gone', changes: compare(was, [], language) }];
      const changes = compare(was, is, language);
      return changes.length > 0 ? [{ ...scene, what: 'changed', changes }] : [];
    }),
  };
}

function grouped(lines: readonly Line[]): Map<string | null, Line[]> {
  const groups = new Map<string | null, Line[]>();
  for (const line of lines) groups.set(line.scene, [...(groups.get(line.scene) ?? []), line]);
  return groups;
}

function compare(before: readonly Line[], after: readonly Line[], language: string): Change[] {
  const old = new Map(before.map((line) => [line.key, line]));
  const now = new Map(after.map((line) => [line.key, line]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key): Change[] => {
    const [was, is] = [old.get(key), now.get(key)];
    if (orderKey.test(key)) return isReordered(was, is) ? [{ ...named(was, is), pieces: [] }] : [];
    if (was?.value === is?.value) return [];
    const pieces = wordDiff(was?.text() ?? '', is?.text() ?? '', language);
    return pieces.length > 0 ? [{ ...named(was, is), pieces }] : [];
  });
}

function named(was: Line | undefined, is: Line | undefined): Pick<Change, 'key' | 'label'> {
  return { key: is?.key ?? was?.key ?? '', label: (is ?? was)?.label() ?? '' };
}

/** Whether what is in both lists comes in another order. */
function isReordered(was: Line | undefined, is: Line | undefined): boolean {
  const [a, b] = [was, is].map((line) => (line?.value ?? '').split(' '));
  const common = (list: string[] = [], other: string[] = []) =>
    list.filter((id) => other.includes(id)).join(' ');
  return common(a, b) !== common(b, a);
}
