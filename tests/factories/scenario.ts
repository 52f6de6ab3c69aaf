import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Wording } from '#app/simulation/wording.ts';
import {
  type ReadResult,
  readScenario,
  type ScenarioSource,
} from '#scenarios/kit/read-scenario.ts';
import type { Track } from '#scenarios/kit/vocabulary.ts';
import { ruleIds } from '#scenarios/rules/rules.ts';

import { smallGuide } from './guide.ts';

export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };
/** Slash-separated place in the file → what stands there instead; `undefined` takes it out. */
export type Changes = Record<string, Json | undefined>;
export type TextFiles = { folder: string; files: Map<string, string> };
export type ScenarioJson = { folder: string; definition: JsonObject; words: JsonObject };

type Overrides = { track?: Track; slug?: string; definition?: Changes; words?: Changes };

/** A tiny complete scenario, as its two files hold it. Further kinds of scene: kinds.ts. */
export function createScenarioJson({
  track = 'staff',
  slug = 'a-quiet-word',
  definition = {},
  words = {},
}: Overrides = {}): ScenarioJson {
  const folder = `${track}/${slug}`;
  const whole = { definition: smallDefinition(folder, track), words: smallWords() };
  for (const [place, value] of Object.entries(definition)) put(whole.definition, place, value);
  for (const [place, value] of Object.entries(words)) put(whole.words, place, value);
  return { folder, ...whole };
}

/** The same as texts of files. `more` adds files, replaces them, or takes them out. */
export function scenarioFiles(
  { folder, definition, words }: ScenarioJson,
  more: Record<string, string | undefined> = {},
): TextFiles {
  const texts: Record<string, string | undefined> = {
    'machine.json': JSON.stringify(definition),
    'text/en-GB.json': JSON.stringify(words),
    'guide.en-GB.json': JSON.stringify(smallGuide(definition)),
    ...more,
  };
  const files = Object.entries(texts).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text] as const],
  );
  return { folder, files: new Map(files) };
}

export function readSmallScenario(
  overrides: Overrides = {},
  more: Record<string, string | undefined> = {},
): ReadResult {
  return readScenario(scenarioFiles(createScenarioJson(overrides), more), ruleIds);
}

/** The tiny scenario, checked and ready to be prepared. Throws when the overrides broke it. */
export function createScenarioSource(overrides: Overrides = {}): ScenarioSource {
  return accepted(readSmallScenario(overrides));
}

/** The files of the first real scenario, as they stand in the repository. */
export function realScenarioFiles(folder = 'staff/a-picture-is-going-round'): TextFiles {
  const place = path.join(import.meta.dirname, '../../scenarios', folder);
  const names = ['machine.json', 'text/en-GB.json', 'text/en-GB.easy.json'];
  const files = names.map((name) => [name, readFileSync(path.join(place, name), 'utf8')] as const);
  return { folder, files: new Map(files) };
}

export function readRealScenario(): ScenarioSource {
  return accepted(readScenario(realScenarioFiles(), ruleIds));
}

/** The words of a scenario's first language, with every contact set to its own name. */
export function createWording({ definition, words }: ScenarioSource): Wording {
  const [first] = words;
  if (!first) throw new Error('A scenario without words');
  return {
    words: first.words,
    contact: (slot, field) => ({ value: `the ${slot}’s ${field}`, isSet: true }),
    cast: definition.cast,
  };
}

/** Puts a value at a slash-separated place of a file, or takes out what is there. */
export function put(file: JsonObject, place: string, value: Json | undefined) {
  const keys = place.split('/');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Json | undefined>(
    (inner, key) => (inner as JsonObject | undefined)?.[key],
    file,
  ) as JsonObject | undefined;
  if (!holder) throw new Error(`There is no "${keys.join('/')}" to change`);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
}

export function accepted(result: ReadResult): ScenarioSource {
  if (result.ok) return result.source;
  throw new Error(result.findings.map(({ message }) => message).join('\n'));
}

const flagIs = (flag: string, value = true) => ({ type: 'flagIs', params: { flag, value } });
const setFlag = (flag: string, value = true) => ({ type: 'setFlag', params: { flag, value } });
const adjust = (meter: string, by: number) => ({ type: 'adjustMeter', params: { meter, by } });

function smallDefinition(id: string, track: Track): JsonObject {
  return {
    kit: 1,
    id,
    track,
    theme: 'grooming',
    substance: 1,
    minutes: 3,
    fourCs: ['contact'],
    strands: ['relationships'],
    locales: ['en-GB'],
    readingLevels: ['standard'],
    cast: {
      you: { is: 'you' },
      sam: { is: 'pupil', look: { head: 'afro', skin: 'tone4', clothes: 'teal' } },
    },
    sources: [{ title: 'A source', published: '2024', rules: ['GEN-5', 'NUD-2', 'SEQ-4'] }],
    reviewBy: '2027-09-01',
    machine: {
      id: 'scenario',
      context: {
        meters: { trust: 5, safety: 5, evidence: 0 },
        flags: { noticed: false, asked: false, rushed: false },
      },
      initial: 'morning',
      states: {
        morning: {
          initial: 'gate',
          entry: [adjust('evidence', 1)],
          states: {
            gate: {
              meta: {
                kind: 'scene',
                setting: 'outside',
                faces: [
                  { who: 'sam', mood: 'warm', when: flagIs('asked', false) },
                  { who: 'sam', mood: 'closed', when: flagIs('asked') },
                ],
                parts: [{ id: 'rain' }, { id: 'hello', by: 'sam', when: flagIs('asked', false) }],
              },
              on: { next: { target: 'phone' } },
            },
            phone: {
              meta: {
                kind: 'thread',
                parts: [{ id: 'buzz' }],
                messages: [
                  { id: 'first', by: 'sam' },
                  { id: 'second', by: 'you', when: flagIs('asked') },
                ],
              },
              on: { next: { target: 'signs' } },
            },
            signs: {
              meta: {
                kind: 'spot',
                parts: [{ id: 'task' }],
                items: [
                  { id: 'gift', by: 'sam', sign: true },
                  { id: 'secret', sign: true },
                  { id: 'lunch', sign: false },
                  { id: 'bus', sign: false },
                ],
                outcomes: [
                  { event: 'saw.all', foundAtLeast: 2, falseAlarmsAtMost: 1 },
                  { event: 'saw.some', foundAtLeast: 1 },
                  { event: 'saw.none' },
                ],
              },
              on: {
                'saw.all': {
                  target: 'answer',
                  actions: [setFlag('noticed'), adjust('trust', 1)],
                  meta: { does: [], quality: 'good', follows: ['GEN-12'] },
                },
                'saw.some': { target: 'answer' },
                'saw.none': { target: 'answer', actions: [adjust('trust', -1)] },
              },
            },
            answer: {
              tags: ['disclosure'],
              meta: { kind: 'decision', parts: [{ id: 'waits' }] },
              on: {
                listen: {
                  target: '#scenario.weighing',
                  actions: [adjust('trust', 2)],
                  meta: { does: ['listen'], quality: 'good', follows: ['GEN-5'] },
                },
                'ask.image': {
                  target: '#scenario.mending',
                  actions: [setFlag('asked'), adjust('trust', -10)],
                  meta: {
                    does: ['request_image'],
                    quality: 'grave',
                    breaks: ['NUD-2', 'SEQ-4'],
                  },
                },
                rush: {
                  target: '#scenario.mending',
                  actions: [setFlag('rushed')],
                  meta: { does: ['minimise'], quality: 'slip', breaks: ['NUD-10'] },
                },
                'wait.longer': {
                  target: '#scenario.morning',
                  guard: {
                    type: 'all',
                    params: {
                      of: [
                        { type: 'meterBelow', params: { meter: 'trust', value: 6 } },
                        { type: 'not', params: { guard: flagIs('noticed') } },
                      ],
                    },
                  },
                  actions: [adjust('trust', 1)],
                },
              },
            },
          },
        },
        mending: {
          meta: { kind: 'decision', parts: [{ id: 'silence' }] },
          on: {
            'say.sorry': [
              {
                target: '#scenario.weighing',
                guard: flagIs('asked'),
                actions: [setFlag('asked', false)],
                meta: {
                  does: ['support'],
                  quality: 'good',
                  follows: ['GEN-5'],
                  repairs: ['NUD-2', 'SEQ-4'],
                },
              },
              {
                target: '#scenario.weighing',
                actions: [setFlag('rushed', false)],
                meta: {
                  does: ['support'],
                  quality: 'good',
                  follows: ['GEN-5'],
                  repairs: ['NUD-10'],
                },
              },
            ],
            'leave.it': { target: 'weighing' },
          },
        },
        weighing: {
          always: [
            {
              target: 'apart',
              guard: { type: 'any', params: { of: [flagIs('asked'), flagIs('rushed')] } },
            },
            {
              target: 'together',
              guard: { type: 'meterAtLeast', params: { meter: 'trust', value: 6 } },
            },
            { target: 'slowly' },
          ],
        },
        together: {
          type: 'final',
          tags: ['support'],
          entry: [adjust('safety', 10)],
          meta: { kind: 'ending', rating: 'recommended', parts: [{ id: 'walk' }] },
        },
        slowly: {
          type: 'final',
          tags: ['support'],
          meta: { kind: 'ending', rating: 'workable', parts: [{ id: 'bench' }] },
        },
        apart: {
          type: 'final',
          tags: ['support'],
          entry: [adjust('safety', -10)],
          meta: { kind: 'ending', rating: 'harmful', parts: [{ id: 'chair' }] },
        },
      },
    },
  };
}

function smallWords(): JsonObject {
  const say = (text: string) => [{ text }];
  return {
    title: 'A quiet word',
    summary: say('Sam is not as Sam is.'),
    contentNote: say('Talk to {{dsl.name}} if this comes close.'),
    objectives: say('Listen first.'),
    cast: { you: 'You', sam: 'Sam' },
    chapters: { morning: 'Morning' },
    scenes: {
      'morning.gate': {
        title: 'At the gate',
        parts: { rain: say('It rains.'), hello: say('Hello.') },
        choices: { next: { label: { text: 'Go in' } } },
      },
      'morning.phone': {
        title: 'A phone',
        parts: { buzz: say('It buzzes.') },
        messages: { first: say('Are you there?'), second: say('I am here.') },
      },
      'morning.signs': {
        title: 'What do you notice?',
        parts: { task: say('Mark what would make you wonder.') },
        items: Object.fromEntries(
          ['gift', 'secret', 'lunch', 'bus'].map((id) => [
            id,
            { text: say(`A ${id}.`), feedback: say(`About the ${id}.`) },
          ]),
        ),
        choices: Object.fromEntries(
          ['saw.all', 'saw.some', 'saw.none'].map((id) => [
            id,
            { result: say('You look up.'), why: say('Signs are a reason to ask.') },
          ]),
        ),
      },
      'morning.answer': {
        title: 'Sam waits',
        parts: { waits: say('What do you say?') },
        choices: choiceWords(['listen', 'ask.image', 'rush', 'wait.longer']),
      },
      mending: {
        title: 'Silence',
        parts: { silence: say('Sam looks away.') },
        choices: choiceWords(['say.sorry', 'leave.it']),
      },
      together: {
        title: 'Together',
        parts: { walk: say('You walk over to {{dsl.name}} on {{ dsl.phone }}.') },
      },
      slowly: { title: 'Slowly', parts: { bench: say('You sit on the bench with Sam.') } },
      apart: {
        title: 'Apart',
        parts: { chair: say('The chair is empty, and help is there still.') },
      },
    },
  };
}

function choiceWords(ids: string[]): JsonObject {
  return Object.fromEntries(
    ids.map((id) => [
      id,
      {
        label: { text: `Choose ${id}` },
        result: [{ text: `After ${id}.` }],
        why: [{ text: `Because of ${id}.` }],
      },
    ]),
  );
}
