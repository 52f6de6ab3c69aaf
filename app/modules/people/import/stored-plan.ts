import { z } from 'zod';
import type { ImportPlan } from './plan-types.ts';
import { columnNames, type ProblemCode, type RowProblem } from './problems.ts';
import type { ImportRow } from './rows.ts';

const problemCodes = [
  'too-many-cells',
  'formula',
  'missing',
  'too-long',
  'hidden-character',
  'not-an-email',
  'not-a-date',
  'date-out-of-range',
  'end-before-start',
  'no-key',
  'duplicate',
  'conflict',
  'guarded',
  'last-administrator',
] as const satisfies readonly ProblemCode[];

const daySchema = z.iso.date();
const line = z.number().int();
const groups = z.array(z.string());
const identity = {
  name: z.string(),
  email: z.string().nullable(),
  staffNumber: z.string().nullable(),
};
const period = { startDate: daySchema, endDate: daySchema.nullable() };

const rowSchema: z.ZodType<ImportRow> = z.object({
  line,
  ...identity,
  sortName: z.string(),
  groups: groups.nullable(),
  startDate: daySchema.nullable(),
  endDate: daySchema.nullable(),
});

const problemSchema: z.ZodType<RowProblem> = z.object({
  line: line.nullable(),
  column: z.enum(columnNames).nullable(),
  problem: z.enum(problemCodes),
  value: z.string().optional(),
  firstLine: line.optional(),
});

const spellSchema = z.object({
  id: z.string(),
  effectiveFrom: daySchema,
  effectiveTo: daySchema.nullable(),
});
const detailsSchema = z.object({ ...identity, groups, startDate: daySchema }).partial();

const planSchema: z.ZodType<ImportPlan> = z.object({
  adds: z.array(z.object({ line, ...identity, sortName: z.string(), groups, ...period })),
  changes: z.array(
    z.object({
      line,
      personId: z.string(),
      name: z.string(),
      sortName: z.string(),
      before: detailsSchema,
      after: detailsSchema,
      spell: spellSchema.nullable(),
    }),
  ),
  leavers: z.array(
    z.object({
      line: line.nullable(),
      personId: z.string(),
      name: z.string(),
      reason: z.enum(['date', 'absent']),
      before: z.object({ endDate: daySchema.nullable() }),
      after: z.object({ endDate: daySchema }),
      spell: spellSchema,
    }),
  ),
  returners: z.array(
    z.object({
      line,
      personId: z.string(),
      name: z.string(),
      before: z.object(period).nullable(),
      after: z.object(period),
    }),
  ),
  unchanged: z.number().int(),
  problems: z.array(problemSchema),
  isAbsenceUnclear: z.boolean(),
});

/** A file that was read, and what it would do: all that is needed to work it out again. */
export const storedPlanSchema = z.object({
  rows: z.array(rowSchema),
  /** What was wrong with lines that are no rows. */
  problems: z.array(problemSchema),
  /** What the file calls its columns. */
  columns: z.partialRecord(z.enum(columnNames), z.string()),
  ignoredHeaders: z.array(z.string()),
  leaversAreAbsent: z.boolean(),
  mayChangeGuarded: z.boolean(),
  /** The day it is worked out for, so that midnight changes nothing of it. */
  day: daySchema,
  plan: planSchema,
  /** The people it was compared with. Whoever is erased takes a plan that knows them along (0007). */
  knownIds: z.array(z.string()),
  /** It is another than the one that was confirmed. */
  hasChanged: z.boolean(),
});
export type StoredPlan = z.infer<typeof storedPlanSchema>;

export const countsSchema = z.object({
  added: z.number(),
  changed: z.number(),
  left: z.number(),
  returned: z.number(),
  unchanged: z.number(),
  problems: z.number(),
  /** Why there is no plan any more, where it was not carried out. */
  because: z.enum(['discarded', 'fault']).optional(),
});
export type ImportCounts = z.infer<typeof countsSchema>;

export function countsOf(plan: ImportPlan): ImportCounts {
  return {
    added: plan.adds.length,
    changed: plan.changes.length,
    left: plan.leavers.length,
    returned: plan.returners.length,
    unchanged: plan.unchanged,
    problems: plan.problems.length,
  };
}

/** How many people something is done about: somebody may both change and leave. */
export function countPeople({ adds, changes, leavers, returners }: ImportPlan): number {
  const known = [...changes, ...leavers, ...returners].map(({ personId }) => personId);
  return adds.length + new Set(known).size;
}
