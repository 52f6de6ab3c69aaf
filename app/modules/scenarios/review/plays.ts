import { type Chosen, choose } from '#app/simulation/choose.ts';
import { project } from '#app/simulation/project.ts';
import type { Scenario } from '#app/simulation/scenario.ts';
import type { Play, PlayScene, ScriptPlace } from '#app/simulation/script-view.ts';
import { type Snapshot, sceneAt, start } from '#app/simulation/snapshot.ts';
import type { View, ViewPart, ViewText } from '#app/simulation/view.ts';
import { resolveBlocks } from '#app/simulation/wording.ts';
import type { Walkthrough } from '#scenarios/kit/walkthroughs.ts';
import type { Teller } from './teller.ts';

type Places = ReadonlyMap<string, ScriptPlace>;
type Told = { scenes: PlayScene[]; at: Snapshot };

/**
 * Named play-throughs as they are read from start to end, with the chosen lines only. In: a scenario,
 * its play-throughs, the places of its scenes. Out: each that can be played to an ending; one that was
 * written for another version is left out. Pure.
 */
export function playsOf(
  scenario: Scenario,
  walkthroughs: readonly Walkthrough[],
  places: Places,
  teller: Teller,
): Play[] {
  return walkthroughs.flatMap((walkthrough) => tell(scenario, walkthrough, places, teller) ?? []);
}

function tell(
  scenario: Scenario,
  { name, choices }: Walkthrough,
  places: Places,
  teller: Teller,
): Play | null {
  const told: Told = { scenes: [], at: start(scenario) };
  for (const values of choices) {
    const chosen = choose(scenario, told.at, values);
    if (!chosen.ok) return null;
    told.scenes.push(sceneOf(scenario, told, chosen, places, teller));
    told.at = chosen.snapshot;
  }
  const last = sceneAt(scenario, told.at);
  if (last.kind !== 'ending') return null;
  const ending = sceneOf(scenario, told, null, places, teller);
  return {
    name,
    ending: {
      title: ending.place.title,
      rating: { tone: last.rating, word: teller.terms(`ratings.${last.rating}`) },
    },
    scenes: [...told.scenes, ending],
  };
}

function sceneOf(
  scenario: Scenario,
  { scenes, at }: Told,
  chosen: (Chosen & { ok: true }) | null,
  places: Places,
  teller: Teller,
): PlayScene {
  const view = project(scenario, at, teller.wording);
  const words = chosen && teller.wording.words.scenes[at.path]?.choices?.[chosen.taken.choice];
  return {
    step: scenes.length,
    place: places.get(at.path) ?? { path: at.path, number: 0, title: view.title },
    lines: linesOf(view, teller),
    chosen: chosen ? chosenIn(view, chosen.taken, teller) : [],
    result: resolveBlocks(teller.wording, words?.result),
  };
}

function linesOf({ parts, messages, sentence, question }: View, { play }: Teller) {
  const told = [...parts, ...messages, ...(sentence ? [sentence] : [])].map(
    ({ id, by, blocks }, index) => ({
      id: `${id} ${index}`,
      who: by && (by.isYou ? play('you') : by.name),
      blocks,
    }),
  );
  return question.length > 0 ? [...told, { id: 'question', who: null, blocks: question }] : told;
}

/** What was chosen, marked or put in order, in the words on the page. */
function chosenIn(
  view: View,
  { choice, values }: (Chosen & { ok: true })['taken'],
  { say, terms }: Teller,
): ViewText[][] {
  const items = values.flatMap((id) => view.items.find((item) => item.id === id) ?? []);
  if (view.kind === 'spot')
    return items.length > 0
      ? [[say('plays.marked')], ...items.map(lineOf)]
      : [[say('plays.markedNothing')]];
  if (view.kind === 'order') return [[say('plays.ordered')], ...items.map(lineOf)];
  const label = view.choices.find(({ id }) => id === choice)?.label ?? view.nextLabel;
  return [label ? label.text : [terms('next')]];
}

function lineOf({ blocks }: ViewPart): ViewText[] {
  return blocks.flatMap(({ text }, index) => (index === 0 ? text : [' ', ...text]));
}
