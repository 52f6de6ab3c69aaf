import { z } from 'zod';

/**
 * The contract of `text/<locale>.json` and `text/<locale>.easy.json`: every sentence of a scenario,
 * keyed by the permanent ids of `machine.json`, as blocks. Source: design section 3.
 */
const blockSchema = z
  .strictObject({ text: z.string().min(1), symbol: z.string().optional() })
  .meta({ id: 'block' });
const blocksSchema = z.array(blockSchema).min(1).meta({ id: 'blocks' });

const choiceWordsSchema = z.strictObject({
  label: blockSchema.optional(),
  result: blocksSchema.optional(),
  why: blocksSchema.optional(),
});

const sceneWordsSchema = z.strictObject({
  title: z.string().min(1),
  parts: z.record(z.string(), blocksSchema),
  messages: z.record(z.string(), blocksSchema).optional(),
  items: z
    .record(z.string(), z.strictObject({ text: blocksSchema, feedback: blocksSchema }))
    .optional(),
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
