import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { jsonSchemaFiles } from '#scenarios/kit/json-schema.ts';

const folder = path.join(import.meta.dirname, '../../scenarios/kit');
for (const [name, text] of Object.entries(jsonSchemaFiles())) {
  await writeFile(path.join(folder, name), text);
  process.stdout.write(`Wrote scenarios/kit/${name}\n`);
}
