import path from 'node:path';
import { walkthroughsIn } from '#app/modules/scenarios/library-walkthroughs.ts';
import { publishScenarios } from '#app/modules/scenarios/publish.server.ts';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import { createShelf, type Shelf } from '#app/modules/scenarios/shelf.server.ts';
import type { TestDatabase } from './test-database.ts';

export const scenariosFolder = path.join(import.meta.dirname, '../../scenarios');
export const firstScenario = 'staff/a-picture-is-going-round';

/** Publishes the real scenarios into a test's database and opens a shelf on them. */
export async function publishLibrary(database: TestDatabase): Promise<Shelf> {
  const library = await readLibrary(scenariosFolder);
  await publishScenarios(database, library.scenarios);
  return createShelf(database, library.folders, walkthroughsIn(library));
}
