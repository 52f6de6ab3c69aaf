import { z } from 'zod';
import { idSchema } from './ids.ts';
import { type actions, meterRange, meters } from './vocabulary.ts';

export const meterValueSchema = z.int().min(meterRange.min).max(meterRange.max);

export type Guard =
  | { type: 'flagIs'; params: { flag: string; value: boolean } }
  | {
      type: 'meterAtLeast' | 'meterBelow';
      params: { meter: (typeof meters)[number]; value: number };
    }
  | { type: 'all' | 'any'; params: { of: Guard[] } }
  | { type: 'not'; params: { guard: Guard } };

export const guardSchema: z.ZodType<Guard> = z
  .lazy(() =>
    z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('flagIs'),
        params: z.strictObject({ flag: idSchema, value: z.boolean() }),
      }),
      z.strictObject({
        type: z.enum(['meterAtLeast', 'meterBelow']),
        params: z.strictObject({ meter: z.enum(meters), value: meterValueSchema }),
      }),
      z.strictObject({
        type: z.enum(['all', 'any']),
        params: z.strictObject({ of: z.array(guardSchema).min(1).max(6) }),
      }),
      z.strictObject({
        type: z.literal('not'),
        params: z.strictObject({ guard: guardSchema }),
      }),
    ]),
  )
  .meta({ id: 'guard' });

export const actionSchema = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('setFlag' satisfies keyof typeof actions),
      params: z.strictObject({ flag: idSchema, value: z.boolean() }),
    }),
    z.strictObject({
      type: z.literal('adjustMeter' satisfies keyof typeof actions),
      params: z.strictObject({ meter: z.enum(meters), by: z.int().min(-10).max(10) }),
    }),
  ])
  .meta({ id: 'action' });

export type Action = z.infer<typeof actionSchema>;
