import type { ComponentType } from 'react';
import type { View } from '#app/simulation/view.ts';
import { Decision } from './decision.tsx';
import { Ending } from './ending.tsx';
import { Scene } from './scene.tsx';
import { Spot } from './spot.tsx';
import { Thread } from './thread.tsx';

export type SceneProps = { view: View; step: number };

const kinds: Record<View['kind'], ComponentType<SceneProps>> = {
  scene: Scene,
  thread: Thread,
  decision: Decision,
  spot: Spot,
  ending: Ending,
};

/** Any scene, whatever its kind, under its chapter and title. */
export function SceneView({ view, step }: SceneProps) {
  const Kind = kinds[view.kind];
  return (
    <article className="scene" aria-labelledby="scene-title">
      {view.chapter && <p className="chapter">{view.chapter}</p>}
      <h1 id="scene-title">{view.title}</h1>
      <Kind view={view} step={step} />
    </article>
  );
}
