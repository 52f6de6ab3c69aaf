import { Parts } from './parts.tsx';
import type { SceneProps } from './scene-view.tsx';

/** How it ended. What comes after it is the debrief's. */
export function Ending({ view }: SceneProps) {
  return <Parts parts={view.parts} />;
}
