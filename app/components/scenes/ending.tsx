import type { SceneProps } from './scene-view.tsx';
import { Telling } from './telling.tsx';

/** How it ended. What comes after it is the debrief's. */
export function Ending({ view }: SceneProps) {
  return <Telling view={view} />;
}
