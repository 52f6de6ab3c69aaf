import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import { coveragePage } from '../lib/coverage-page.ts';
import { figuresPage } from '../lib/figures-page.ts';

const root = path.join(import.meta.dirname, '../..');
const { scenarios } = await readLibrary(path.join(root, 'scenarios'));
await write('docs/coverage.md', coveragePage(scenarios));
await write('docs/library.md', figuresPage(scenarios));

async function write(name: string, text: string) {
  await writeFile(path.join(root, name), text);
  process.stdout.write(`Wrote ${name}\n`);
}
