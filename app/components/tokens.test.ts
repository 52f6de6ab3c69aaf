import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Declaration, readDeclarations } from '#tests/setup/stylesheet.ts';

const tokens = readDeclarations(
  readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8'),
).filter(({ property }) => property.startsWith('--'));

const pages = ['paper', 'surface', 'sunken'];
const tints = ['accent-soft', 'good-soft', 'care-soft', 'grave-soft'];

/** Which ink stands on which grounds. */
const text: Record<string, string[]> = {
  ink: [...pages, ...tints],
  'ink-soft': [...pages, ...tints],
  accent: [...pages, 'accent-soft'],
  'accent-ink': ['accent'],
  'exit-ink': ['exit'],
  good: ['good-soft', 'surface', 'paper'],
  care: ['care-soft', 'surface', 'paper'],
  grave: ['grave-soft', 'surface', 'paper'],
};
const shapes: Record<string, string[]> = {
  line: ['surface', 'paper'],
  focus: ['surface', 'paper'],
};

type Theme = { isDark: boolean; isStrong: boolean; track?: string; isOnRoot?: boolean };

const tracks = ['parents', 'young-people'];
const media = [false, true].flatMap((isStrong) =>
  [false, true].map((isDark) => ({ isDark, isStrong })),
);
/** A track may be named on the root itself or further in, where it wins whatever the order. */
const themes: Theme[] = media.flatMap((medium) => [
  medium,
  ...tracks.flatMap((track) => [true, false].map((isOnRoot) => ({ ...medium, track, isOnRoot }))),
]);

test.each(themes.map((theme) => [nameOf(theme), theme] as const))('%s', (_name, theme) => {
  const values = valuesIn(theme);
  expect([
    ...tooClose(text, theme.isStrong ? 7 : 4.5, values),
    ...tooClose(shapes, 3, values),
  ]).toEqual([]);
});

test('the tokens are read', () => {
  expect(ratio('#000', '#ffffff')).toBeCloseTo(21);
  expect(ratio('#767676', 'rgb(255 255 255)')).toBeCloseTo(4.54, 2);
  const inks = themes.map((theme) => valuesIn(theme).get('--accent'));
  expect(new Set(inks).size).toBeGreaterThan(tracks.length);
});

function tooClose(pairs: Record<string, string[]>, least: number, values: Map<string, string>) {
  const colour = (name: string) => resolve(`var(--${name})`, values);
  return Object.entries(pairs).flatMap(([ink, grounds]) =>
    grounds
      .map((ground) => ({ ground, found: ratio(colour(ink), colour(ground)) }))
      .filter(({ found }) => found < least)
      .map(({ ground, found }) => `${ink} on ${ground}: ${found.toFixed(2)}, not ${least}`),
  );
}

/** What each custom property is worth where a theme's conditions hold. */
function valuesIn(theme: Theme): Map<string, string> {
  const live = tokens.filter(({ within }) =>
    within.slice(0, -1).every((rule) => holds(rule, theme)),
  );
  const root = live.filter((one) => isFor(one, ':root'));
  const track = live.filter((one) => isFor(one, `[data-track="${theme.track}"]`));
  const inOrder = theme.isOnRoot
    ? live.filter((one) => root.includes(one) || track.includes(one))
    : [...root, ...track];
  return new Map(inOrder.map(({ property, value }) => [property, value]));
}

function isFor({ within }: Declaration, selector: string): boolean {
  return (within.at(-1) ?? '').split(/\s*,\s*/).includes(selector);
}

function holds(rule: string, { isDark, isStrong }: Theme): boolean {
  const conditions: Record<string, boolean> = {
    '(prefers-color-scheme: dark)': isDark,
    '(prefers-color-scheme: light)': !isDark,
    '(prefers-contrast: more)': isStrong,
  };
  const parts = rule.replace('@media', '').split(' and ');
  return parts.every((part) => conditions[part.trim()] ?? false);
}

function resolve(value: string, values: Map<string, string>): string {
  const name = value.match(/^var\((--[\w-]+)\)$/)?.[1];
  if (!name) return value;
  const found = values.get(name);
  if (found === undefined) throw new Error(`There is no ${name}`);
  return resolve(found, values);
}

/** The contrast ratio of WCAG 2.2. */
function ratio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  const short = colour.match(/^#([\da-f])([\da-f])([\da-f])$/i)?.slice(1);
  if (short) return short.map((digit) => Number.parseInt(digit + digit, 16));
  const long = colour.match(/^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i)?.slice(1);
  if (long) return long.map((digits) => Number.parseInt(digits, 16));
  const rgb = colour.match(/^rgb\((\d+)[ ,]+(\d+)[ ,]+(\d+)\)$/)?.slice(1);
  if (rgb) return rgb.map(Number);
  throw new Error(`The contrast of ${colour} cannot be told`);
}

function nameOf({ isDark, isStrong, track, isOnRoot }: Theme): string {
  const place = track ? `, ${track} ${isOnRoot ? 'on the root' : 'within'}` : '';
  return `contrast is enough: ${isDark ? 'dark' : 'light'}${isStrong ? ', more contrast' : ''}${place}`;
}
