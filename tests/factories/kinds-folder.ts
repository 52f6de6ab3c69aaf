import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { firstScenario, scenariosFolder } from '#tests/setup/library.ts';
import { createKindsJson } from './kinds.ts';
import { scenarioFiles } from './scenario.ts';

/** Fills a folder shaped like `scenarios/`: the first real scenario, and the one of further kinds. */
export async function writeKinds(root: string) {
  await cp(path.join(scenariosFolder, firstScenario), path.join(root, firstScenario), {
    recursive: true,
  });
  const { folder, files } = scenarioFiles(createKindsJson());
  for (const [name, text] of files) {
    const file = path.join(root, folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
