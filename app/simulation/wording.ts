import type { Definition } from '#scenarios/kit/definition.ts';
import { type Segment, segmentsOf } from '#scenarios/kit/placeholders.ts';
import type { ContactField, ContactSlot, Nation } from '#scenarios/kit/vocabulary.ts';
import type { Block, SceneWords, Words } from '#scenarios/kit/words.ts';
import type { ViewBlock, ViewPart, ViewText } from './view.ts';

export type Contact = { value: string; isSet: boolean };

/** The words of one locale and reading level, and the contacts to fill in. */
export type Wording = {
  words: Words;
  /** The organisation's contact, or sensible words in its place. */
  contact: (slot: ContactSlot, field: ContactField) => Contact;
  cast: Definition['cast'];
  /** Where the reader is; unknown, the words of every nation are said. */
  nation?: Nation | null;
};

/** What there is to read, without what is said in other nations only. */
export function resolveBlocks(wording: Wording, blocks: Block[] = []): ViewBlock[] {
  return blocks
    .filter((block) => isSaidIn(block, wording.nation))
    .map((block) => resolveBlock(wording, block));
}

function isSaidIn({ nations }: Block, nation: Wording['nation']): boolean {
  return !nation || !nations || nations.includes(nation);
}

export function resolveBlock(wording: Wording, block: Block): ViewBlock {
  return {
    symbol: block.symbol ?? null,
    text: segmentsOf(block.text).map((segment) => resolveSegment(wording, segment)),
  };
}

export function resolveSegment(wording: Wording, segment: Segment): ViewText {
  if (typeof segment === 'string') return segment;
  return { ...segment, ...wording.contact(segment.slot, segment.field) };
}

export function resolvePart(
  wording: Wording,
  part: { id: string; by?: string | undefined },
  blocks: Block[] | undefined,
): ViewPart {
  const by = part.by
    ? {
        id: part.by,
        name: nameOf(wording, part.by),
        isYou: wording.cast[part.by]?.is === 'you',
        look: wording.cast[part.by]?.look ?? null,
      }
    : null;
  return { id: part.id, by, blocks: resolveBlocks(wording, blocks) };
}

export function nameOf(wording: Wording, castId: string): string {
  return wording.words.cast[castId] ?? castId;
}

/** Words of a scene. Throws when there are none: words are checked against the machine when read. */
export function wordsAt(wording: Wording, path: string): SceneWords {
  const words = wording.words.scenes[path];
  if (!words) throw new Error(`No words for the scene "${path}"`);
  return words;
}

/** One sentence of plain text, for titles and lists: contacts pasted in. */
export function plainText(block: ViewBlock): string {
  return block.text.map((part) => (typeof part === 'string' ? part : part.value)).join('');
}
