import { readWalkthroughs } from '#scenarios/kit/walkthroughs.ts';
import type { LibraryReading } from './read-folders.server.ts';
import type { Walkthroughs } from './shelf.server.ts';

/** The play-throughs of a library. What is wrong with them is the checker's to say. */
export function walkthroughsIn({ files }: Pick<LibraryReading, 'files'>): Walkthroughs {
  return new Map(
    [...files].map(([folder, texts]) => [
      folder,
      readWalkthroughs(folder, texts.get('walkthroughs.json')).walkthroughs,
    ]),
  );
}
