import type { Guard } from '#scenarios/kit/guards.ts';
import type { Scene } from '#scenarios/kit/scenes.ts';
import type { Terms } from './terms.ts';

/** A guard as a person would say it: “trust is below 4 and blamed is set”. */
export function sayGuard(guard: Guard, say: Terms): string {
  switch (guard.type) {
    case 'flagIs':
      return say(guard.params.value ? 'guards.set' : 'guards.unset', { flag: guard.params.flag });
    case 'meterAtLeast':
      return say('guards.atLeast', guard.params);
    case 'meterBelow':
      return say('guards.below', guard.params);
    case 'not':
      return say('guards.not', { guard: sayInside(guard.params.guard, say) });
    case 'all':
      return guard.params.of.map((inner) => sayInside(inner, say)).join(say('guards.and'));
    case 'any':
      return guard.params.of.map((inner) => sayInside(inner, say)).join(say('guards.or'));
  }
}

function sayInside(guard: Guard, say: Terms): string {
  const said = sayGuard(guard, say);
  const isList = (guard.type === 'all' || guard.type === 'any') && guard.params.of.length > 1;
  return isList ? say('guards.group', { guards: said }) : said;
}

/** What answer leads to an outcome of a scored scene; `null` where the event is a choice with words. */
export function sayOutcome(scene: Scene, event: string, say: Terms): string | null {
  if (scene.kind === 'spot') {
    const outcome = scene.outcomes.find((one) => one.event === event);
    return outcome
      ? sentenceOf(
          [
            outcome.foundAtLeast ? say('outcomes.found', { count: outcome.foundAtLeast }) : null,
            atMost(outcome.falseAlarmsAtMost, (count) => say('outcomes.alarms', { count })),
          ],
          say,
        )
      : null;
  }
  if (scene.kind === 'order') {
    const outcome = scene.outcomes.find((one) => one.event === event);
    return outcome
      ? sentenceOf(
          [
            outcome.holds ? say('outcomes.holds', { names: outcome.holds.join(', ') }) : null,
            atMost(outcome.brokenAtMost, (count) => say('outcomes.broken', { count })),
          ],
          say,
        )
      : null;
  }
  return null;
}

function atMost(bound: number | undefined, words: (count: number) => string): string | null {
  return bound === undefined ? null : words(bound);
}

function sentenceOf(bounds: (string | null)[], say: Terms): string {
  const said = bounds.filter((bound) => bound !== null).join(', ');
  return said === '' ? say('outcomes.rest') : said.charAt(0).toUpperCase() + said.slice(1);
}
