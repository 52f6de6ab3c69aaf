/** The address of a scene on the page of its script. */
export function sceneId(path: string): string {
  return `scene-${path}`;
}
