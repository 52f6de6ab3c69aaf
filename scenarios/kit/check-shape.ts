import { checkOrder, checkSpot } from './check-scored.ts';
import type { StateConfig } from './definition.ts';
import type { Add, Finder } from './findings.ts';
import { asList, isCompound, type StateNode } from './graph.ts';

/**
 * Whether a state has what its kind needs: a scene, the right number of choices, an ending that is
 * final. Adds findings; returns nothing.
 */
export function checkShape(node: StateNode, finder: Finder) {
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
  if (config.initial)
    add('initial', `"${path}" has an "initial" but no states. Take the "initial" out.`);
  const isEnding = config.meta?.kind === 'ending';
  if (isEnding && config.type !== 'final')
    add('ending', `"${path}" is an ending: write "type": "final" there.`);
  if (!isEnding && config.type === 'final')
    add(
      'ending',
      `"${path}" is final, so it needs a scene of kind "ending" with a rating; or take "type" out.`,
    );
  if (isEnding && (config.on || config.always))
    add('ending', `"${path}" is an ending: nothing can follow it. Take "on" and "always" out.`);
  checkAlways(config, path, add);
  if (config.meta && !isEnding) checkEvents(config, path, add);
}

/** A state without a scene is passed through, whatever the guards say: nobody could leave it. */
function checkAlways(config: StateConfig, path: string, add: Add) {
  const list = asList(config.always);
  if (!config.meta && list.length === 0 && config.type !== 'final')
    add('scene', `"${path}" shows nothing: give it a scene in "meta".`);
  if (!config.meta && config.on)
    add('scene', `"${path}" has choices but shows nothing: give it a scene in "meta".`);
  if (!config.meta && list.length > 0 && list.at(-1)?.guard)
    add(
      'always',
      `"${path}" shows nothing, so the last of its "always" must have no guard: somebody could get stuck there.`,
    );
  if (list.some((transition) => transition.meta))
    add(
      'always',
      `"${path}": nobody chooses an "always", so it cannot say what a choice does. Move its "meta" to the choice before.`,
    );
}

function checkEvents({ meta: scene, on }: StateConfig, path: string, add: Add) {
  const events = Object.keys(on ?? {});
  if (scene?.kind === 'spot') return checkSpot(scene, events, path, add);
  if (scene?.kind === 'order') return checkOrder(scene, events, path, add);
  if (scene?.kind === 'decision' || scene?.kind === 'rephrase') {
    const { kind } = scene;
    if (events.length < 2 || events.length > 4)
      add('choices', `"${path}" is a ${kind} with ${events.length} choices; it needs 2 to 4.`);
    if (events.includes('next')) add('choices', `"${path}" is a ${kind}: "next" is not a choice.`);
  } else if (events.length !== 1 || events[0] !== 'next')
    add(
      'choices',
      `"${path}" is a ${scene?.kind}: it has one way on, an event called "next" in "on".`,
    );
}
