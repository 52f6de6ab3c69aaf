import { z } from 'zod';
import { type Nation, nations } from '#scenarios/kit/vocabulary.ts';
import { oneLine } from './forms.ts';

/** What an organisation decides of itself. */
export type Settings = {
  name: string;
  nation: Nation;
  secondFactorForAll: boolean;
  recordsYears: number;
  logsDays: number;
};

/** How long may be kept what, as the database allows it. */
export const limits = {
  recordsYears: { min: 1, max: 50 },
  logsDays: { min: 30, max: 3650 },
} as const;

/** What can be wrong with the settings, and in which field it is mended. */
export const settingProblems = {
  nameMissing: 'name',
  nameLong: 'name',
  nationUnknown: 'nation',
  recordsYears: 'recordsYears',
  logsDays: 'logsDays',
} as const;
export type SettingProblem = keyof typeof settingProblems;

const problem = (name: SettingProblem) => name;

const figure = ({ min, max }: { min: number; max: number }, message: SettingProblem) =>
  oneLine.pipe(
    z
      .string()
      .regex(/^\d{1,4}$/, message)
      .transform(Number)
      .pipe(z.number().min(min, message).max(max, message)),
  );

export const settingsSchema = z.object({
  name: oneLine.pipe(z.string().min(1, problem('nameMissing')).max(120, problem('nameLong'))),
  nation: z.enum(nations, problem('nationUnknown')),
  secondFactorForAll: z
    .literal('on')
    .optional()
    .catch(undefined)
    .transform((value) => value === 'on'),
  recordsYears: figure(limits.recordsYears, 'recordsYears'),
  logsDays: figure(limits.logsDays, 'logsDays'),
});

/** What stands in the fields of a form that comes back. */
export const typedSettingsSchema = z.object({
  name: oneLine,
  nation: z.enum(nations).optional().catch(undefined),
  secondFactorForAll: settingsSchema.shape.secondFactorForAll,
  recordsYears: oneLine,
  logsDays: oneLine,
});
export type TypedSettings = z.infer<typeof typedSettingsSchema>;

type Change = { setting: keyof Settings; to: string };

/** What is different now, in the words of the audit. */
export function changesBetween(before: Settings, after: Settings): Change[] {
  const settings = ['name', 'nation', 'secondFactorForAll', 'recordsYears', 'logsDays'] as const;
  return settings
    .filter((setting) => before[setting] !== after[setting])
    .map((setting) => ({ setting, to: inWords(after[setting]) }));
}

function inWords(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value);
}

/** Whether what was typed is the organisation's name, however it was spaced and its letters cased. */
export function isNameOf(name: string, typed: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replaceAll(/[’‘`´]/g, "'")
      .replaceAll(/\s+/g, ' ')
      .trim()
      .toLowerCase();
  return plain(name) === plain(typed);
}
