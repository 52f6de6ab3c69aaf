import type { SceneKind } from '#scenarios/kit/definition.ts';
import type { Placeholder } from '#scenarios/kit/placeholders.ts';
import type { Rating } from '#scenarios/kit/vocabulary.ts';

/** What a page needs to show a scene: words resolved, nothing of the machine, no ratings of choices. */
export type ViewText = string | ViewContact;
export type ViewContact = Placeholder & { value: string; isSet: boolean };
export type ViewBlock = { text: ViewText[]; symbol: string | null };
export type ViewSpeaker = { id: string; name: string; isYou: boolean };
export type ViewPart = { id: string; by: ViewSpeaker | null; blocks: ViewBlock[] };
export type ViewChoice = { id: string; label: ViewBlock };

export type View = {
  kind: SceneKind;
  path: string;
  chapter: string | null;
  title: string;
  parts: ViewPart[];
  /** Messages of a `thread`; otherwise empty. */
  messages: ViewPart[];
  /** Items of a `spot`, to be marked; otherwise empty. */
  items: ViewPart[];
  /** Choices to pick from; empty for `spot`, and where there is only a way on. */
  choices: ViewChoice[];
  /** The words on the button of a scene with nothing to choose; `null` for the usual ones. */
  nextLabel: ViewBlock | null;
  rating: Rating | null;
};
