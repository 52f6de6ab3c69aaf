import sequencesJson from './sequences.json' with { type: 'json' };
import { type Sequence, sequencesSchema } from './sequences.schema.ts';

/** The sequencing rules of the reference as data, in its order. Source: reference, section 2. */
export const sequences: readonly Sequence[] = sequencesSchema.parse(sequencesJson);
