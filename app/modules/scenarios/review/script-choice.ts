import type {
  ScriptChoice,
  ScriptEffect,
  ScriptPlace,
  ScriptWay,
} from '#app/simulation/script-view.ts';
import { does as vocabulary } from '#scenarios/kit/vocabulary.ts';
import { choicesOf, type Graph, type GraphChoice, type GraphEdge } from '../graph/model.ts';
import type { Teller } from './teller.ts';

type Places = ReadonlyMap<string, ScriptPlace>;

/** Every choice of a state: its words, what it does, and each place that it may lead to. */
export function scriptChoices(
  graph: Graph,
  path: string,
  places: Places,
  teller: Teller,
): ScriptChoice[] {
  return choicesOf(graph, path).map((choice) => scriptChoice(choice, path, places, teller));
}

function scriptChoice(
  { event, label, ways }: GraphChoice,
  path: string,
  places: Places,
  teller: Teller,
): ScriptChoice {
  const words = teller.wording.words.scenes[path];
  const written = event === null ? undefined : words?.choices?.[event];
  const effects = ways.map((way) => effectOf(way, teller));
  const [first] = effects;
  const areAlike = new Set(effects.map((effect) => JSON.stringify(effect))).size === 1;
  return {
    id: event ?? '',
    label: written?.label ? teller.block(written.label).text : [label],
    effect: areAlike ? (first ?? null) : null,
    hears: teller.blocks(written?.hears),
    notes: teller.notes(written?.lens),
    result: teller.blocks(written?.result),
    why: teller.blocks(written?.why),
    ways: ways.flatMap((way, index) =>
      wayOf(way, areAlike ? null : (effects[index] ?? null), ways.length, places, teller),
    ),
  };
}

function wayOf(
  { to, when }: GraphEdge,
  effect: ScriptEffect | null,
  count: number,
  places: Places,
  { terms }: Teller,
): ScriptWay[] {
  const place = places.get(to);
  if (!place) return [];
  const condition = when === null ? terms('otherwise') : terms('if', { when });
  return [{ when: when === null && count === 1 ? null : condition, effect, to: place }];
}

/** What one way does. A way that says nothing of itself has no quality. */
export function effectOf(
  { transition: { meta, actions } }: GraphEdge,
  teller: Teller,
): ScriptEffect {
  const { terms, rules, remembers } = teller;
  return {
    quality: meta ? { tone: meta.quality, word: terms(`qualities.${meta.quality}`) } : null,
    does: (meta?.does ?? []).map((word) => vocabulary[word].meaning),
    follows: rules(meta?.follows ?? []),
    breaks: rules(meta?.breaks ?? []),
    repairs: rules(meta?.repairs ?? []),
    remembers: remembers(actions),
  };
}
