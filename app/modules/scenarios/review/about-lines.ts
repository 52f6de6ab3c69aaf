import { datesIn } from '#app/i18n/dates-in.ts';
import { wordsIn } from '#app/i18n/i18n.ts';
import aboutWords from '#app/i18n/locales/en-GB/review.json' with { type: 'json' };
import { isDay } from '#app/platform/clock/dates.ts';
import type { Definition } from '#scenarios/kit/definition.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Line } from './line.ts';

/** What a definition says beside its machine, as lines to compare: audience, sources, review date. */
export function aboutLines(definition: Definition, locale: string): Line[] {
  const { machine: _, $schema: __, kit: ___, id: ____, ...about } = definition;
  return Object.entries(about).flatMap(([field, value]) =>
    field === 'sources' || field === 'cast'
      ? Object.entries(value as object).map(([key, one]) =>
          lineOf(field, one, locale, field === 'cast' ? key : (one as { title: string }).title),
        )
      : [lineOf(field, value, locale)],
  );
}

function lineOf(field: string, value: unknown, locale: string, one?: string): Line {
  const say = wordsIn(locale, 'review');
  return {
    scene: null,
    key: one === undefined ? field : `${field} ${one}`,
    value: canonicalJson(value),
    label: () => (isNamed(field) ? say(`changes.about.${field}`, { one }) : field),
    text: () => textOf(value, locale),
  };
}

function isNamed(field: string): field is keyof typeof aboutWords.changes.about {
  return Object.hasOwn(aboutWords.changes.about, field);
}

/** A value as it may be read: a list with commas, what has parts with the name of each. */
function textOf(value: unknown, locale: string): string {
  if (typeof value === 'string') return isDay(value) ? datesIn(locale).dateOf(value) : value;
  if (Array.isArray(value)) return value.map((one) => textOf(one, locale)).join(', ');
  if (value === null || typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([key, one]) => `${key}: ${textOf(one, locale)}`)
    .join('; ');
}
