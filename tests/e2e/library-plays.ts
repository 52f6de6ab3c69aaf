import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import { type Walkthrough, walkthroughsSchema } from '#scenarios/kit/walkthroughs.ts';
import { scenariosFolder } from '#tests/setup/library.ts';

export type Play = { id: string; track: string; title: string; walkthrough: Walkthrough };

/** One good play-through of every scenario: the first that ends recommended, or else the first. */
export async function goodPlays(): Promise<Play[]> {
  const { scenarios } = await readLibrary(scenariosFolder);
  return scenarios.map(({ definition: { id, track }, words }) => {
    const text = readFileSync(path.join(scenariosFolder, id, 'walkthroughs.json'), 'utf8');
    const walkthroughs = walkthroughsSchema.parse(JSON.parse(text));
    const good = walkthroughs.find(({ rating }) => rating === 'recommended') ?? walkthroughs[0];
    if (!good) throw new Error(`${id} has no play-through`);
    return { id, track, title: words[0]?.words.title ?? id, walkthrough: good };
  });
}
