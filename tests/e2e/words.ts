import common from '#app/i18n/locales/en-GB/common.json' with { type: 'json' };
import compliance from '#app/i18n/locales/en-GB/compliance.json' with { type: 'json' };
import demo from '#app/i18n/locales/en-GB/demo.json' with { type: 'json' };
import errors from '#app/i18n/locales/en-GB/errors.json' with { type: 'json' };
import help from '#app/i18n/locales/en-GB/help.json' with { type: 'json' };
import play from '#app/i18n/locales/en-GB/play.json' with { type: 'json' };
import records from '#app/i18n/locales/en-GB/records.json' with { type: 'json' };
import scenarios from '#app/i18n/locales/en-GB/scenarios.json' with { type: 'json' };
import riverbank from '#prisma/seed/riverbank-academy.json' with { type: 'json' };
import text from '#scenarios/staff/a-picture-is-going-round/text/en-GB.json' with { type: 'json' };
import walkthroughs from '#scenarios/staff/a-picture-is-going-round/walkthroughs.json' with {
  type: 'json',
};

/** The interface's words, so that a better wording breaks no test. */
export const words = { common, compliance, demo, errors, help, play, records, scenarios };

export type Part = 'staff' | 'manager' | 'dsl' | 'facilitator' | 'author';

export function nameOf(part: Part): string {
  const person = riverbank.people.find(({ demo }) => demo === part);
  if (!person) throw new Error(`Nobody plays ${part}`);
  return person.name;
}

export const contacts = riverbank.contacts;

/** The scenario that the journeys play. */
export const scenario = { address: '/scenarios/staff/a-picture-is-going-round', title: text.title };

export type Walkthrough = (typeof walkthroughs)[number];

export function walkthrough(name: string): Walkthrough {
  const found = walkthroughs.find((one) => one.name === name);
  if (!found) throw new Error(`No walkthrough is called ${name}`);
  return found;
}

export const strong = walkthrough('Good path, the signs noticed');
export const secret = walkthrough('Promises secrecy, takes it back before the bell');
export const harm = walkthrough('Takes the phone and never says sorry');

type Line = { text: string };
type SceneWords = {
  title: string;
  choices?: Record<string, { label?: Line; result?: Line[]; why?: Line[] }>;
};

export function sceneWords(path: string): SceneWords {
  const scenes: Record<string, SceneWords | undefined> = text.scenes;
  const found = scenes[path];
  if (!found) throw new Error(`There are no words for ${path}`);
  return found;
}

/** A line up to its first name or number, which stands there as a part of its own. */
export function beginning({ text }: Line): string {
  return text.split('{{')[0] ?? text;
}

/** Words with their placeholders filled, as the interface fills them. */
export function fill(line: string, values: Record<string, string | number>): string {
  return line.replace(/\{\{(\w+)\}\}/g, (_all, key: string) => String(values[key]));
}
