import type { Look, Mood, Setting } from '#scenarios/kit/looks.ts';
import type { Placeholder } from '#scenarios/kit/placeholders.ts';
import type { SceneKind } from '#scenarios/kit/scenes.ts';
import type { Rating, ReadingLevel } from '#scenarios/kit/vocabulary.ts';

/** How the words of a page are shown, how somebody would have them, and whether there are both. */
export type Reading = { level: ReadingLevel; wanted: ReadingLevel; hasBoth: boolean };

/** What a page needs to show a scene: words resolved, nothing of the machine, no ratings of choices. */
export type ViewText = string | ViewContact;
export type ViewContact = Placeholder & { value: string; isSet: boolean };
export type ViewBlock = { text: ViewText[]; symbol: string | null };
export type ViewSpeaker = { id: string; name: string; isYou: boolean; look: Look | null };
export type ViewFace = { id: string; name: string; look: Look; mood: Mood };
/** `of` counts the chapters of the scenario; a path may pass over one. */
export type ViewChapter = { name: string; number: number; of: number };
export type ViewPart = { id: string; by: ViewSpeaker | null; blocks: ViewBlock[] };
export type ViewChoice = { id: string; label: ViewBlock };
/** A term, and what it means. */
export type ViewAside = { id: string; term: string; says: ViewBlock[] };

export type View = {
  kind: SceneKind;
  path: string;
  chapter: ViewChapter | null;
  title: string;
  setting: Setting | null;
  /** Who is to be seen, and how they feel; at most three. */
  faces: ViewFace[];
  parts: ViewPart[];
  /** Messages of a `thread`; otherwise empty. */
  messages: ViewPart[];
  /** Items of a `spot`, to be marked, or of an `order`, to be moved; otherwise empty. */
  items: ViewPart[];
  /** What a `rephrase` turns into other words; the words that blame are not told yet. */
  sentence: ViewPart | null;
  /** The question of a `pause`; otherwise empty. */
  question: ViewBlock[];
  asides: ViewAside[];
  /** A line that adults may practise aloud. */
  sayAloud: ViewBlock[];
  /** Choices of a `decision` or a `rephrase`; otherwise empty. */
  choices: ViewChoice[];
  /** The words on the button of a scene with nothing to choose; `null` for the usual ones. */
  nextLabel: ViewBlock | null;
  rating: Rating | null;
};
