import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { colourNames, systemColours } from '#tests/setup/colour-names.ts';
import { type Declaration, readDeclarations } from '#tests/setup/stylesheet.ts';

const app = path.join(import.meta.dirname, '..');

test('only components have looks: no class, style or stylesheet in routes', () => {
  const files = ['root.tsx', ...filesIn('routes', '.tsx'), ...filesIn('routes', '.ts')];
  const found = files.flatMap((file) => linesWith(file, /\b(className|style)\s*=|\.css\b/));
  const allowed = /^root\.tsx:\d+: import styles from '\.\/components\/[\w/]*index\.css\?url';$/;
  expect(found.filter((line) => !allowed.test(line))).toEqual([]);
});

const sheets = filesIn('components', '.css');

test.each(sheets.filter((file) => path.basename(file) !== 'tokens.css'))(
  '%s takes its colours and lengths from the tokens',
  (file) => {
    const found = readDeclarations(read(file)).filter((one) => literals(one).length > 0);
    expect(
      found.map((one) => `${file}:${one.line} ${one.property}: ${literals(one).join(', ')}`),
    ).toEqual([]);
  },
);

test('what is written out is seen, and what may be is not', () => {
  const seen = (css: string) => readDeclarations(css).flatMap(literals);
  const wrong = `.a { color: #abc; margin: 0 -2px 1.5rem; /* 3px; */ background: rgb(0 0 0 / 8%), red }
    .b { width: calc(100% - .5em); border: var(--edge) solid Canvas }`;
  const found = ['#abc', '2px', '1.5rem', 'rgb(', 'red', '.5em', 'canvas'];
  expect(seen(wrong)).toEqual(found);
  const right = `@media (min-width: 40rem) { .a { inset: 0; width: 50%; line-height: 1.5 } }
    .tan { color: currentcolor; background: transparent; grid-area: red; font: var(--step-1) "2px" }
    @media (forced-colors: active) { .a { border-color: CanvasText; transition: x 120ms } }`;
  expect(seen(right)).toEqual([]);
});

test('every stylesheet is imported by index.css', () => {
  const index = sheets.find((file) => path.basename(file) === 'index.css') ?? '';
  const imports = [...read(index).matchAll(/@import\s+(?:url\()?["']([^"']+)/g)].map(([, sheet]) =>
    path.posix.join(path.posix.dirname(index), sheet ?? ''),
  );
  expect(imports.sort()).toEqual(sheets.filter((file) => file !== index).sort());
});

const units =
  'px|r?em|r?ex|r?ch|r?cap|r?ic|r?lh|[sld]?v(?:w|h|i|b|min|max)|cq(?:w|h|i|b|min|max)|cm|mm|in|pt|pc|q';
const lengths = new RegExp(`(?<![\\w.])\\d*\\.?\\d+(?:${units})\\b`, 'gi');
const colours = /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|(?:ok)?lab|(?:ok)?lch|color)\(/gi;
/** Properties whose words are names that we gave. */
const ownNames = /^(grid|animation|container|counter|font-family|view-transition)/;

/** Colours and lengths that are written out, where a token should be named. */
function literals({ within, property, value }: Declaration): string[] {
  const rest = value.replace(/"[^"]*"|'[^']*'|url\([^)]*\)|--[\w-]+/g, ' ');
  const isForced = within.some((rule) => rule.includes('(forced-colors: active)'));
  const names = ownNames.test(property) ? [] : (rest.toLowerCase().match(/[a-z][\w-]*/g) ?? []);
  return [
    ...(rest.match(lengths) ?? []),
    ...(rest.match(colours) ?? []),
    ...names.filter((name) => colourNames.has(name)),
    ...names.filter((name) => systemColours.has(name) && !isForced),
  ];
}

function linesWith(file: string, pattern: RegExp): string[] {
  return read(file)
    .split('\n')
    .map((line, index) => `${file}:${index + 1}: ${line.trim()}`)
    .filter((line) => pattern.test(line));
}

/** Paths from the app's folder, with `/` everywhere. */
function filesIn(folder: string, ending: string): string[] {
  return readdirSync(path.join(app, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
    .filter((file) => file.endsWith(ending) && !file.includes('.test.'));
}

function read(file: string): string {
  return readFileSync(path.join(app, file), 'utf8');
}
