import { checkNames, unknownRule } from './check-names.ts';
import { checkShape } from './check-shape.ts';
import type { Definition } from './definition.ts';
import type { Finder } from './findings.ts';
import {
  asList,
  indexStates,
  landingOf,
  resolveTarget,
  type StateNode,
  transitionsOf,
} from './graph.ts';
import { textProblems } from './text-problems.ts';

type Nodes = ReadonlyMap<string, StateNode>;

/**
 * What the Zod contract cannot see in one definition: initial states and targets exist, `always`
 * does not run in circles, each kind of scene has the choices it needs, flags, cast and rules are
 * known, and a choice's quality agrees with the rules it breaks. Adds findings; returns nothing.
 */
export function checkDefinition(
  definition: Definition,
  rules: ReadonlySet<string>,
  finder: Finder,
) {
  const nodes = indexStates(definition);
  if (!Object.hasOwn(definition.machine.states, definition.machine.initial))
    finder.add({
      rule: 'initial',
      key: 'machine.initial',
      message: `The machine starts in "${definition.machine.initial}", which does not exist. Name one of the outermost states.`,
    });
  if (!definition.id.startsWith(`${definition.track}/`))
    finder.add({
      rule: 'id',
      key: 'id',
      message: `The id "${definition.id}" must begin with the track: "${definition.track}/".`,
    });
  for (const [index, { title, published, rules: cited }] of definition.sources.entries()) {
    for (const [field, text] of Object.entries({ title, published }))
      for (const { rule, message } of textProblems(text))
        finder.add({ rule, key: `sources.${index}.${field}`, message });
    for (const id of cited.filter((cite) => !rules.has(cite)))
      finder.add({ rule: 'rule', key: `sources.${index}.rules`, message: unknownRule(id) });
  }
  for (const node of nodes.values()) {
    checkShape(node, finder);
    checkTargets(nodes, node, finder);
    checkNames(definition, rules, node, finder);
  }
  checkAlwaysCycles(nodes, finder);
}

function checkTargets(nodes: Nodes, node: StateNode, finder: Finder) {
  for (const { event, transition } of transitionsOf(node.config)) {
    if (resolveTarget(nodes, node, transition.target) !== null) continue;
    finder.add({
      rule: 'target',
      state: node.path,
      key: event ?? 'always',
      message: `"${event ?? 'always'}" leads to "${transition.target}", which does not exist. Name a sibling, or write #scenario.<path>.`,
    });
  }
}

/** `always` in a circle would hang the machine, so it is refused whatever its guards say. */
function checkAlwaysCycles(nodes: Nodes, finder: Finder) {
  for (const start of nodes.values()) {
    const seen = new Set<string>();
    const queue = alwaysTargets(nodes, start);
    for (const path of queue) {
      if (path === start.path) {
        finder.add({
          rule: 'always-cycle',
          state: start.path,
          key: 'always',
          message: `"always" leads from "${start.path}" back to itself without a choice, for ever. Take one of these "always" out.`,
        });
        break;
      }
      if (seen.has(path)) continue;
      seen.add(path);
      const node = nodes.get(path);
      if (node) queue.push(...alwaysTargets(nodes, node));
    }
  }
}

function alwaysTargets(nodes: Nodes, node: StateNode): string[] {
  return asList(node.config.always).flatMap((transition) => {
    const target = resolveTarget(nodes, node, transition.target);
    const landing = target && landingOf(nodes, target);
    return landing ? [landing] : [];
  });
}
