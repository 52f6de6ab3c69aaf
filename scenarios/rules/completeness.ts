import type { HardTopic, Tag } from '../kit/vocabulary.ts';
import completenessJson from './completeness.json' with { type: 'json' };

/**
 * What a content note must warn of: where a text tells of it, or a scene has the tag, the note must
 * use one of its words. Patterns are regular expressions for whole words.
 */
export type NoteTopic = { id: HardTopic; topic: string; warned: string } & (
  | { told: string }
  | { tag: Tag }
);

type Completeness = {
  notes: NoteTopic[];
  /** Where a scene has one, no content note can say that nothing hard comes. */
  hardTags: Tag[];
  noteSource: string;
  routeSource: string;
};

// JSON modules have wider types than their data; the tests beside this file hold the shape.
export const completeness = completenessJson as Completeness;
