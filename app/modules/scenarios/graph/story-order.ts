import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Graph } from './model.ts';

/** Room that matters to nobody: only which layer a scene stands in is read. */
const room = { width: 10, height: 10 };

/** Nobody sees these layers, so that no time goes into making them beautiful. */
const layoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.separateConnectedComponents': 'false',
  'elk.edgeRouting': 'POLYLINE',
  'elk.layered.thoroughness': '1',
  'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
  'elk.layered.crossingMinimization.strategy': 'NONE',
  'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
  'elk.layered.nodePlacement.strategy': 'SIMPLE',
};

/**
 * The paths of all scenes in the order in which the story can reach them, chapters kept together.
 * ELK's layered layout says which scene stands below which; scenes of one layer keep the author's order.
 */
export async function storyOrder(graph: Graph): Promise<string[]> {
  const elk = await loadElk();
  const layers = await elk.layout({
    id: 'story',
    layoutOptions,
    children: graph.nodes.map(({ path }) => ({ id: path, ...room })),
    edges: waysOnward(graph).map(([from, to], index) => ({
      id: `way ${index}`,
      sources: [from],
      targets: [to],
    })),
  });
  const parents = new Map(graph.chapters.map(({ path, parent }) => [path, parent]));
  return sorted(graph.nodes, depthsOf(layers), parents);
}

/** Each pair of scenes once, without the ways that lead back to where one has been. */
function waysOnward({ start, nodes, edges }: Graph): [string, string][] {
  const next = new Map(nodes.map(({ path }) => [path, new Set<string>()]));
  for (const { from, to } of edges) next.get(from)?.add(to);
  const onward: [string, string][] = [];
  const done = new Set<string>();
  for (const first of [start, ...nodes.map(({ path }) => path)]) {
    if (done.has(first)) continue;
    const trail = [{ path: first, left: [...(next.get(first) ?? [])] }];
    const passed = new Set([first]);
    for (let here = trail.at(-1); here; here = trail.at(-1)) {
      const to = here.left.shift();
      if (to === undefined) {
        passed.delete(here.path);
        done.add(here.path);
        trail.pop();
      } else if (!passed.has(to)) {
        onward.push([here.path, to]);
        if (done.has(to)) continue;
        passed.add(to);
        trail.push({ path: to, left: [...(next.get(to) ?? [])] });
      }
    }
  }
  return onward;
}

let loading: Promise<ELK> | undefined;

/** Loaded where it is first wanted: it is large, and most processes never draw. */
function loadElk(): Promise<ELK> {
  loading ??= import('elkjs/lib/elk.bundled.js').then(({ default: Elk }) => new Elk());
  return loading;
}

function depthsOf({ children = [] }: ElkNode): Map<string, number> {
  return new Map(children.map(({ id, y = 0 }) => [id, y]));
}

type Branch = { depth: number; paths: string[] };

/** Depth first, but a chapter goes as a whole, where the first of its scenes goes. */
function sorted(
  nodes: Graph['nodes'],
  depth: ReadonlyMap<string, number>,
  parents: ReadonlyMap<string, string | null>,
): string[] {
  const branchesIn = (chapter: string | null): Branch[] => [
    ...nodes
      .filter((node) => node.chapter === chapter)
      .map(({ path }) => ({ depth: depth.get(path) ?? 0, paths: [path] })),
    ...[...parents]
      .filter(([, parent]) => parent === chapter)
      .map(([path]) => joined(branchesIn(path))),
  ];
  return joined(branchesIn(null)).paths;
}

function joined(branches: Branch[]): Branch {
  const inOrder = [...branches].sort((a, b) => a.depth - b.depth);
  return { depth: inOrder[0]?.depth ?? 0, paths: inOrder.flatMap(({ paths }) => paths) };
}
