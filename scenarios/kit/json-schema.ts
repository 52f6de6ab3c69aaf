import { z } from 'zod';
import { definitionSchema } from './definition.ts';
import { guideSchema } from './guide.ts';
import { wordsSchema } from './words.ts';

/**
 * The files that give any editor completion and errors for scenarios, by their names in this folder.
 * Written by `npm run scenarios:schema` from the same Zod that readScenario enforces.
 */
export function jsonSchemaFiles(): Record<
  'machine.schema.json' | 'words.schema.json' | 'guide.schema.json',
  string
> {
  return {
    'machine.schema.json': toText(definitionSchema, 'machine.json of a Signpost scenario'),
    'words.schema.json': toText(wordsSchema, 'The words of a Signpost scenario in one language'),
    'guide.schema.json': toText(guideSchema, 'The guide for whoever leads a group'),
  };
}

/** The input side: what an author writes, before defaults are filled in. */
function toText(schema: z.ZodType, title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
