import type { Definition, Effect, StateConfig, Transition } from './definition.ts';
import type { Finder } from './findings.ts';
import { type StateNode, transitionsOf } from './graph.ts';
import type { Guard } from './guards.ts';
import { graveRules } from './vocabulary.ts';

/**
 * Whether everything a state names exists: flags, cast and rules, each id once, and a quality that
 * agrees with the rules a choice breaks. Adds findings; returns nothing.
 */
export function checkNames(
  definition: Definition,
  rules: ReadonlySet<string>,
  node: StateNode,
  finder: Finder,
) {
  const { config, path } = node;
  const add = (rule: string, message: string) => finder.add({ rule, state: path, message });
  const flag = (name: string) =>
    Object.hasOwn(definition.machine.context.flags, name) ||
    add(
      'flag',
      `"${path}" uses the flag "${name}", which does not exist. Declare it in machine.context.flags.`,
    );
  const cast = (name: string | undefined) =>
    name === undefined ||
    Object.hasOwn(definition.cast, name) ||
    add(
      'cast',
      `"${path}" gives words to "${name}", who is not in "cast". Add them there, or correct the id.`,
    );

  for (const speaker of speakersOf(config)) cast(speaker);
  if (config.meta?.sayAloud && definition.track === 'young-people')
    add(
      'say-aloud',
      `"${path}" has a line to say aloud, which only adults are asked to do. Take "sayAloud" out.`,
    );
  for (const { rule } of constraintsOf(config))
    if (!rules.has(rule)) add('rule', unknownRule(rule));
  for (const { who } of config.meta?.faces ?? [])
    if (!definition.cast[who]?.look)
      add(
        'face',
        `"${path}" shows the face of "${who}", who has no "look" in "cast". Give them one, or correct the id.`,
      );
  for (const name of repeatedIds(config))
    add('id', `"${path}" uses the id "${name}" twice. Rename one of them.`);
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
  const sayer = meta.kind === 'rephrase' ? [meta.by] : [];
  return [...[...meta.parts, ...items].map((part) => part.by), ...sayer];
}

function repeatedIds(config: StateConfig): string[] {
  const { meta } = config;
  if (!meta) return [];
  const items =
    meta.kind === 'thread'
      ? meta.messages
      : meta.kind === 'spot' || meta.kind === 'order'
        ? meta.items
        : [];
  const ids = [meta.parts, items, constraintsOf(config)].map((list) => list.map(({ id }) => id));
  return [...ids, meta.asides ?? []].flatMap((list) =>
    list.filter((id, index) => list.indexOf(id) !== index),
  );
}

function constraintsOf({ meta }: StateConfig) {
  return meta?.kind === 'order' ? meta.constraints : [];
}

function partGuards({ meta }: StateConfig): Guard[] {
  if (!meta) return [];
  const messages = meta.kind === 'thread' ? meta.messages : [];
  return [...meta.parts, ...messages, ...(meta.faces ?? [])].flatMap(({ when }) =>
    when ? [when] : [],
  );
}

function flagsOf(guard: Guard): string[] {
  if (guard.type === 'flagIs') return [guard.params.flag];
  if (guard.type === 'all' || guard.type === 'any') return guard.params.of.flatMap(flagsOf);
  return guard.type === 'not' ? flagsOf(guard.params.guard) : [];
}

function effectProblems({ meta }: Transition, rules: ReadonlySet<string>) {
  if (!meta) return [];
  const cited = [...meta.follows, ...meta.breaks, ...meta.repairs];
  const problems = cited
    .filter((id) => !rules.has(id))
    .map((id) => ({ rule: 'rule', message: unknownRule(id) }));
  const quality = qualityProblem(meta);
  return quality ? [...problems, { rule: 'quality', message: quality }] : problems;
}

function qualityProblem({ quality, breaks, follows }: Effect): string | null {
  const grave = breaks.filter((id) => (graveRules as readonly string[]).includes(id));
  if (grave.length > 0 && quality !== 'grave')
    return `This choice breaks ${grave.join(' and ')}, which is grave: its quality must be "grave", not "${quality}".`;
  if (grave.length === 0 && quality === 'grave')
    return `This choice is "grave" but breaks no grave rule (${graveRules.join(', ')}). Name the rule in "breaks", or change the quality.`;
  if (grave.length === 0 && breaks.length > 0 && quality !== 'slip')
    return `This choice breaks ${breaks.join(' and ')}: its quality must be "slip", not "${quality}".`;
  if (breaks.length === 0 && quality === 'slip')
    return 'This choice is a "slip" but breaks no rule. Name the rule in "breaks", or change the quality.';
  if (quality === 'good' && follows.length === 0)
    return 'This choice is "good" but follows no rule. Name the rule in "follows".';
  return null;
}

/** What to say of a rule id that `scenarios/rules` does not have. */
export function unknownRule(id: string): string {
  return `There is no rule "${id}". Take an id from scenarios/rules/rules.json.`;
}
