import { readScenario, type ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import {
  graveRules,
  type Nation,
  type Role,
  type Theme,
  type Track,
} from '#scenarios/kit/vocabulary.ts';
import { ruleIds } from '#scenarios/rules/rules.ts';
import {
  accepted,
  type Json,
  type JsonObject,
  type ScenarioJson,
  scenarioFiles,
} from './scenario.ts';
import { type Line, listOf, parseStory, type State } from './small-story.ts';

/** Where a small scenario plays, and for whom. `opening: false` leaves the first decision out. */
export type Setting = {
  track?: Track;
  theme?: Theme;
  role?: Role;
  alsoPlays?: Role[];
  nations?: Nation[];
  playerIsHarmed?: boolean;
  opening?: boolean;
};

/**
 * A whole scenario from a story of a few lines (small-story.ts), read as its files would be read. The
 * endings `well`, `fair` and `badly` need not be written. A decision opens it that leads to the story,
 * to `fair` and to `badly`, so that a story has to reach `well` only.
 */
export function smallScenario(story: string, setting: Setting = {}): ScenarioSource {
  return accepted(readScenario(scenarioFiles(smallScenarioJson(story, setting)), ruleIds));
}

/** The same as its two files hold it, for whoever wants to spoil them. */
export function smallScenarioJson(story: string, setting: Setting = {}): ScenarioJson {
  const { track = 'staff', opening = !setting.playerIsHarmed, ...rest } = setting;
  const told = parseStory(story);
  const first = told[0]?.name ?? '';
  const written = [
    ...(opening
      ? parseStory(`door\n  go.on -> ${first}\n  do.little -> fair\n  walk.away -> badly`)
      : []),
    ...told,
  ];
  const names = new Set(written.map(({ name }) => name));
  const targets = new Set(written.flatMap(({ ways }) => ways.map(({ target }) => target)));
  const isMissing = ({ name }: State) => targets.has(name) && !names.has(name);
  const states = [...written, ...parseStory(endings).filter(isMissing)];
  const folder = `${track}/a-small-one`;
  const definition = { ...frame, ...rest, id: folder, track, machine: machineOf(states) };
  return { folder, definition: plain(definition), words: wordsOf(states) };
}

const endings = `
well: support, rated recommended
fair: support, rated workable
badly: support, rated harmful`;

const frame = {
  kit: 1,
  theme: 'grooming',
  substance: 1,
  minutes: 3,
  fourCs: ['contact'],
  strands: ['relationships'],
  locales: ['en-GB'],
  readingLevels: ['standard'],
  cast: {},
  sources: [{ title: 'A source', published: '2024', rules: ['GEN-5'] }],
  reviewBy: '2027-09-01',
};

function machineOf(states: State[]) {
  const top: JsonObject = {};
  for (const state of states) {
    const keys = state.name.split('.');
    const last = keys.at(-1) as string;
    const holder = keys.slice(0, -1).reduce((inner, key, place) => {
      inner[key] ??= { initial: keys[place + 1] as string, states: {} };
      return (inner[key] as { states: JsonObject }).states;
    }, top);
    holder[last] = plain(stateOf(state));
  }
  const context = { meters: { trust: 5, safety: 5, evidence: 0 }, flags: flagsIn(states) };
  return { id: 'scenario', context, initial: states[0]?.name.split('.')[0], states: top };
}

function stateOf({ words, ways, rated, blames }: State) {
  const tags = words.length > 0 ? { tags: words } : {};
  const chosen = ways.filter(({ name }) => name !== 'always');
  const always = ways.filter(({ name }) => name === 'always').map(transitionOf);
  const parts = [
    { id: 'line' },
    ...(blames === undefined ? [] : [{ id: 'blame', when: guardOf({ if: blames }) }]),
  ];
  if (rated !== undefined)
    return { ...tags, type: 'final', meta: { kind: 'ending', rating: rated, parts } };
  const passed = always.length > 0 ? { always } : {};
  if (chosen.length === 0) return { ...tags, ...passed };
  const kind = chosen.every(({ name }) => name === 'next') ? 'scene' : 'decision';
  const on: Record<string, Json[]> = {};
  for (const way of chosen) on[way.name] = [...(on[way.name] ?? []), plain(transitionOf(way))];
  return { ...tags, ...passed, meta: { kind, parts }, on };
}

function transitionOf(way: Line) {
  const breaks = listOf(way.breaks);
  const isGrave = breaks.some((rule) => (graveRules as readonly string[]).includes(rule));
  const quality = isGrave ? 'grave' : breaks.length > 0 ? 'slip' : 'neutral';
  const effect = { does: way.words, quality, breaks, repairs: listOf(way.repairs) };
  const set = (flags: string | undefined, value: boolean) =>
    listOf(flags).map((flag) => ({ type: 'setFlag', params: { flag, value } }));
  const says = way.name !== 'always' && (way.words.length > 0 || way.breaks || way.repairs);
  return {
    target: `#scenario.${way.target}`,
    guard: guardOf(way),
    actions: [...set(way.sets, true), ...set(way.clears, false)],
    meta: says ? effect : undefined,
  };
}

function guardOf(phrases: Partial<Line>) {
  const flag = phrases.if || phrases.unless;
  return flag ? { type: 'flagIs', params: { flag, value: Boolean(phrases.if) } } : undefined;
}

function flagsIn(states: State[]) {
  const lines = states.flatMap((state) => [state, ...state.ways]);
  const names = lines.flatMap((line) => [
    ...[line.if, line.unless, line.sets, line.clears, line.blames].flatMap(listOf),
  ]);
  return Object.fromEntries(names.map((flag) => [flag, false]));
}

function wordsOf(states: State[]): JsonObject {
  const say = (text: string): Json => [{ text }];
  const chapters = states.flatMap(({ name }) =>
    name.split('.').flatMap((_, index, keys) => (index > 0 ? keys.slice(0, index).join('.') : [])),
  );
  const scenes = states
    .filter(({ rated, ways }) => rated || ways.some(({ name }) => name !== 'always'))
    .map(({ name, ways, blames }) => [
      name,
      {
        title: sentence(name),
        parts: {
          line: say(`${sentence(name)}.`),
          ...(blames === undefined
            ? {}
            : { blame: [{ text: 'You brought it on yourself.', exemplar: 'blaming' }] }),
        },
        choices: Object.fromEntries(
          ways
            .filter((way) => way.name !== 'always' && way.name !== 'next')
            .map((way) => [way.name, choiceWords(sentence(way.name))]),
        ),
      },
    ]);
  return plain({
    title: 'A small one',
    summary: say('What happens.'),
    contentNote: say('What it is about.'),
    objectives: say('What it teaches.'),
    cast: {},
    chapters: Object.fromEntries(chapters.map((name) => [name, sentence(name)])),
    scenes: Object.fromEntries(scenes),
  });
}

function choiceWords(label: string): Json {
  return { label: { text: label }, result: [{ text: 'Done.' }], why: [{ text: 'Because.' }] };
}

/** `walk.away` and `theHall` as somebody reads them: “Walk away”, “The hall”. */
function sentence(id: string): string {
  const words = id.replaceAll('.', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** As a file holds it: nothing undefined. */
function plain(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
