import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { jsonSchemaFiles } from '#scenarios/kit/json-schema.ts';
import { withReference } from '../lib/authoring-reference.ts';
import { symbolNames } from '../lib/symbol-names.ts';

const folder = path.join(import.meta.dirname, '../../scenarios');
for (const [name, text] of Object.entries(jsonSchemaFiles())) await write(`kit/${name}`, text);
await write('kit/symbol-names.json', `${JSON.stringify(symbolNames(), null, 2)}\n`);
await write('README.md', withReference(await readFile(path.join(folder, 'README.md'), 'utf8')));

async function write(name: string, text: string) {
  await writeFile(path.join(folder, name), text);
  process.stdout.write(`Wrote scenarios/${name}\n`);
}
