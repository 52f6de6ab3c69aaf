import { parseArgs } from 'node:util';
import { lowest, measurePages, type PageScore } from '#tests/lighthouse/measure-pages.ts';
import { ensureBrowser } from '../lib/browser.mjs';
import { prepare } from '../lib/prepare.mjs';

const { values } = parseArgs({ options: { json: { type: 'boolean' } } });

await prepare({ build: true });
await ensureBrowser();
const pages = await measurePages();
process.stdout.write(values.json ? `${JSON.stringify(pages, null, 2)}\n` : readable(pages));
if (pages.some(({ failures }) => failures.length > 0)) process.exitCode = 1;

function readable(pages: PageScore[]): string {
  const categories = Object.keys(lowest) as (keyof typeof lowest)[];
  const types = [...new Set(pages.flatMap(({ bytes }) => Object.keys(bytes)))].sort();
  const rows = [
    ['page', ...categories, ...types.map((type) => type.toLowerCase()), 'bytes in all'],
    ...pages.map(({ page, scores, bytes, transferred }) => [
      page,
      ...categories.map((category) => scores[category]),
      ...types.map((type) => bytes[type] ?? 0),
      transferred,
    ]),
  ].map((row) => row.map(String));
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const failures = pages.flatMap(({ page, failures }) =>
    failures.map((what) => `${page}: ${what}`),
  );
  return `${[...lines, ...failures].join('\n')}\n`;
}
