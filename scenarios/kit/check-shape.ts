import type { SceneOf, StateConfig } from './definition.ts';
import type { Finder } from './findings.ts';
import { asList, isCompound, type StateNode } from './graph.ts';

type Add = (rule: string, message: string) => void;

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

function checkEvents(config: StateConfig, path: string, add: Add) {
  const events = Object.keys(config.on ?? {});
  const scene = config.meta;
  if (scene?.kind === 'decision') {
    if (events.length < 2 || events.length > 4)
      add('choices', `"${path}" is a decision with ${events.length} choices; it needs 2 to 4.`);
    if (events.includes('next')) add('choices', `"${path}" is a decision: "next" is not a choice.`);
  } else if (scene?.kind === 'spot') checkSpot(scene, events, path, add);
  else if (events.length !== 1 || events[0] !== 'next')
    add(
      'choices',
      `"${path}" is a ${scene?.kind}: it has one way on, an event called "next" in "on".`,
    );
}

function checkSpot(scene: SceneOf<'spot'>, events: string[], path: string, add: Add) {
  const outcomes = scene.outcomes.map((outcome) => outcome.event);
  if ([...outcomes].sort().join() !== [...events].sort().join())
    add(
      'outcomes',
      `"${path}": the outcomes (${outcomes.join(', ')}) and the events in "on" (${events.join(', ')}) must be the same.`,
    );
  const last = scene.outcomes.at(-1);
  if (last?.foundAtLeast !== undefined || last?.falseAlarmsAtMost !== undefined)
    add('outcomes', `"${path}": the last outcome takes every answer left, so it has no bounds.`);
  const signs = scene.items.filter((item) => item.sign).length;
  if (signs === 0) add('outcomes', `"${path}": nothing in it is a sign. Make one item a sign.`);
  for (const { event, foundAtLeast = 0 } of scene.outcomes)
    if (foundAtLeast > signs)
      add(
        'outcomes',
        `"${path}": "${event}" wants ${foundAtLeast} signs found, and there are only ${signs}.`,
      );
}
