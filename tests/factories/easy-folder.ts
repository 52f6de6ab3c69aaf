import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { easyFiles } from './easy.ts';
import { createKindsJson } from './kinds.ts';
import { createScenarioJson } from './scenario.ts';

/**
 * Fills a folder shaped like `scenarios/` with scenarios that can be read in both levels: every kind of
 * scene for staff, and one that a visitor plays.
 */
export async function writeEasy(root: string) {
  // Both messages come, whatever was chosen: a thread of one does not unfold.
  const secondMessage = 'machine/states/morning/states/phone/meta/messages/1/when';
  const stories = [
    createScenarioJson({ definition: { [secondMessage]: undefined } }),
    createScenarioJson({ track: 'young-people' }),
    createKindsJson(),
  ];
  for (const { folder, files } of stories.map(easyFiles))
    for (const [name, text] of files) {
      const file = path.join(root, folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
}
