import type { Definition, Guard, SceneOf, StateConfig, Transition } from './definition.ts';
import type { Finder } from './findings.ts';
import {
  asList,
  indexStates,
  isCompound,
  landingOf,
  resolveTarget,
  type StateNode,
  transitionsOf,
} from './graph.ts';
import { graveRules } from './vocabulary.ts';

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
      message: `The machine starts in "${definition.machine.initial}", which does not exist.`,
    });
  if (!definition.id.startsWith(`${definition.track}/`))
    finder.add({ rule: 'id', key: 'id', message: 'The id must begin with the track.' });
  for (const node of nodes.values()) {
    checkShape(node, finder);
    checkTargets(nodes, node, finder);
    checkNames(definition, rules, node, finder);
  }
  checkAlwaysCycles(nodes, finder);
}

function checkShape(node: StateNode, finder: Finder) {
  const { config, path } = node;
  const add = (rule: string, message: string) => finder.add({ rule, state: path, message });
  if (isCompound(node)) {
    if (!config.initial || !Object.hasOwn(config.states ?? {}, config.initial))
      add('initial', `"${path}" holds other states and needs an "initial" that is one of them.`);
    if (config.meta || config.type || config.on || config.always)
      add(
        'compound',
        `"${path}" holds other states: it cannot be a scene or have choices of its own.`,
      );
    return;
  }
  if (config.initial) add('initial', `"${path}" has an "initial" but no states.`);
  if (!config.meta && !config.always)
    add('scene', `"${path}" shows nothing: give it a scene in "meta".`);
  if (!config.meta) return;
  const isEnding = config.meta.kind === 'ending';
  if (isEnding !== (config.type === 'final'))
    add('ending', `"${path}": an ending is a final state, and a final state is an ending.`);
  if (isEnding && (config.on || config.always))
    add('ending', `"${path}" is an ending: nothing can follow it.`);
  if (!isEnding) checkEvents(config, path, add);
}

function checkEvents(
  config: StateConfig,
  path: string,
  add: (rule: string, message: string) => void,
) {
  const events = Object.keys(config.on ?? {});
  const scene = config.meta;
  if (scene?.kind === 'decision') {
    if (events.length < 2 || events.length > 4)
      add('choices', `"${path}" is a decision with ${events.length} choices; it needs 2 to 4.`);
    if (events.includes('next')) add('choices', `"${path}" is a decision: "next" is not a choice.`);
  } else if (scene?.kind === 'spot') checkSpot(scene, events, path, add);
  else if (events.length !== 1 || events[0] !== 'next')
    add('choices', `"${path}" is a ${scene?.kind}: its one event must be "next".`);
}

function checkSpot(
  scene: SceneOf<'spot'>,
  events: string[],
  path: string,
  add: (rule: string, message: string) => void,
) {
  const outcomes = scene.outcomes.map((outcome) => outcome.event);
  if ([...outcomes].sort().join() !== [...events].sort().join())
    add(
      'outcomes',
      `"${path}": the outcomes (${outcomes}) and the events (${events}) must be the same.`,
    );
  const last = scene.outcomes.at(-1);
  if (last?.foundAtLeast !== undefined || last?.falseAlarmsAtMost !== undefined)
    add('outcomes', `"${path}": the last outcome takes every answer left, so it has no bounds.`);
  if (!scene.items.some((item) => item.sign))
    add('outcomes', `"${path}": nothing in it is a sign.`);
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

function checkNames(
  definition: Definition,
  rules: ReadonlySet<string>,
  node: StateNode,
  finder: Finder,
) {
  const { config, path } = node;
  const add = (rule: string, message: string) => finder.add({ rule, state: path, message });
  const flag = (name: string) =>
    Object.hasOwn(definition.machine.context.flags, name) ||
    add('flag', `"${path}" uses the flag "${name}", which the context does not declare.`);
  const cast = (name: string | undefined) =>
    name === undefined ||
    Object.hasOwn(definition.cast, name) ||
    add('cast', `"${path}" gives words to "${name}", who is not in the cast.`);

  for (const speaker of speakersOf(config)) cast(speaker);
  for (const name of repeatedIds(config)) add('id', `"${path}" uses the id "${name}" twice.`);
  for (const guard of partGuards(config)) for (const name of flagsOf(guard)) flag(name);
  for (const action of config.entry ?? []) if (action.type === 'setFlag') flag(action.params.flag);
  for (const { event, transition } of transitionsOf(config)) {
    for (const name of transition.guard ? flagsOf(transition.guard) : []) flag(name);
    for (const action of transition.actions ?? [])
      if (action.type === 'setFlag') flag(action.params.flag);
    for (const problem of effectProblems(transition, rules))
      finder.add({ ...problem, state: path, key: event ?? 'always' });
  }
}

function speakersOf({ meta }: StateConfig) {
  if (!meta) return [];
  const items = meta.kind === 'spot' ? meta.items : meta.kind === 'thread' ? meta.messages : [];
  return [...meta.parts, ...items].map((part) => part.by);
}

function repeatedIds({ meta }: StateConfig): string[] {
  if (!meta) return [];
  const items = meta.kind === 'spot' ? meta.items : meta.kind === 'thread' ? meta.messages : [];
  const ids = [meta.parts, items].map((list) => list.map((part) => part.id));
  return ids.flatMap((list) => list.filter((id, index) => list.indexOf(id) !== index));
}

function partGuards({ meta }: StateConfig): Guard[] {
  if (!meta) return [];
  const messages = meta.kind === 'thread' ? meta.messages : [];
  return [...meta.parts, ...messages].flatMap((part) => (part.when ? [part.when] : []));
}

function flagsOf(guard: Guard): string[] {
  if (guard.type === 'flagIs') return [guard.params.flag];
  if (guard.type === 'all' || guard.type === 'any') return guard.params.of.flatMap(flagsOf);
  return guard.type === 'not' ? flagsOf(guard.params.guard) : [];
}

function effectProblems({ meta }: Transition, rules: ReadonlySet<string>) {
  if (!meta) return [];
  const unknown = [...meta.follows, ...meta.breaks, ...meta.repairs].filter((id) => !rules.has(id));
  const grave = meta.breaks.some((id) => (graveRules as readonly string[]).includes(id));
  const slip = !grave && meta.breaks.length > 0;
  const problems = unknown.map((id) => ({
    rule: 'rule',
    message: `"${id}" is no rule of scenarios/rules.`,
  }));
  if (grave !== (meta.quality === 'grave'))
    problems.push({
      rule: 'quality',
      message: 'A choice is "grave" exactly when it breaks a grave rule.',
    });
  if (slip !== (meta.quality === 'slip'))
    problems.push({
      rule: 'quality',
      message: 'A choice is a "slip" exactly when it breaks a rule and none of them is grave.',
    });
  if (meta.quality === 'good' && meta.follows.length === 0)
    problems.push({ rule: 'quality', message: 'A "good" choice says which rule it follows.' });
  return problems;
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
          message: `"always" leads from "${start.path}" back to itself without a choice.`,
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
