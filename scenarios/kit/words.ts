import { z } from 'zod';
import { exemplars, nations } from './vocabulary.ts';

/**
 * The contract of `text/<locale>.json` and `text/<locale>.easy.json`: every sentence of a scenario,
 * keyed by the permanent ids of `machine.json`, as blocks. Source: design section 3.
 */
const blockSchema = z
  .strictObject({
    text: z.string().min(1),
    symbol: z
      .string()
      .regex(/^[a-z0-9-]+$/, 'A symbol is a plain name, such as "mobile-phone".')
      .optional(),
    /** Words that blame, shown so that they can be answered; the language lint lets them stand. */
    exemplar: z.enum(exemplars).optional(),
    /** Said in these nations only; where no nation is known it is said too, so it names them. */
    nations: z.array(z.enum(nations)).min(1).optional(),
  })
  .meta({ id: 'block' });
export const blocksSchema = z.array(blockSchema).min(1).meta({ id: 'blocks' });

/** Which words of a sentence move the blame, and what they do. Differs by language. */
const lensSchema = z
  .strictObject({ words: z.string().min(1), moves: blocksSchema })
  .meta({ id: 'lens' });

const choiceWordsSchema = z.strictObject({
  label: blockSchema.optional(),
  /** For `rephrase`: what a child hears, and the words that still blame. */
  hears: blocksSchema.optional(),
  lens: z.array(lensSchema).min(1).optional(),
  result: blocksSchema.optional(),
  why: blocksSchema.optional(),
});

const sceneWordsSchema = z.strictObject({
  title: z.string().min(1),
  parts: z.record(z.string(), blocksSchema),
  messages: z.record(z.string(), blocksSchema).optional(),
  items: z
    .record(z.string(), z.strictObject({ text: blocksSchema, feedback: blocksSchema.optional() }))
    .optional(),
  /** For `order`: why the one comes before the other. Said where it was broken, and in the debrief. */
  constraints: z.record(z.string(), blocksSchema).optional(),
  /** For `rephrase`: the sentence that blames, with the words that do it. */
  sentence: z.strictObject({ text: blockSchema, lens: z.array(lensSchema).min(1) }).optional(),
  /** For `pause`: a question to think about. Nothing is typed or stored. */
  question: blocksSchema.optional(),
  asides: z
    .record(z.string(), z.strictObject({ term: z.string().min(1), says: blocksSchema }))
    .optional(),
  sayAloud: blocksSchema.optional(),
  choices: z.record(z.string(), choiceWordsSchema).optional(),
});

export const wordsSchema = z.strictObject({
  $schema: z.string().optional(),
  title: z.string().min(1),
  summary: blocksSchema,
  contentNote: blocksSchema,
  objectives: blocksSchema,
  cast: z.record(z.string(), z.string().min(1)),
  chapters: z.record(z.string(), z.string().min(1)).default({}),
  scenes: z.record(z.string(), sceneWordsSchema),
});

export type Block = z.infer<typeof blockSchema>;
export type Words = z.infer<typeof wordsSchema>;
export type SceneWords = z.infer<typeof sceneWordsSchema>;
