import {
  type ReadResult,
  readScenario,
  type ScenarioSource,
} from '#scenarios/kit/read-scenario.ts';
import { ruleIds } from '#scenarios/rules/rules.ts';
import {
  accepted,
  type Changes,
  type JsonObject,
  put,
  type ScenarioJson,
  scenarioFiles,
} from './scenario.ts';

const folder = 'staff/at-the-door';

type Overrides = { definition?: Changes; words?: Changes };

/** A tiny complete scenario of an aside, a line to say aloud, an `order`, a `rephrase` and a `pause`. */
export function createKindsJson({ definition = {}, words = {} }: Overrides = {}): ScenarioJson {
  const whole = { definition: kindsDefinition(), words: kindsWords() };
  for (const [place, value] of Object.entries(definition)) put(whole.definition, place, value);
  for (const [place, value] of Object.entries(words)) put(whole.words, place, value);
  return { folder, ...whole };
}

export function readKinds(overrides: Overrides = {}): ReadResult {
  return readScenario(scenarioFiles(createKindsJson(overrides)), ruleIds);
}

export function createKindsSource(overrides: Overrides = {}): ScenarioSource {
  return accepted(readKinds(overrides));
}

/** The order first shown, which keeps nothing, and one that keeps everything. */
export const listed = ['tell', 'write', 'explain', 'thank'];
export const inOrder = ['thank', 'explain', 'tell', 'write'];

function kindsDefinition(): JsonObject {
  return {
    kit: 1,
    id: folder,
    track: 'staff',
    theme: 'victim-blaming',
    substance: 1,
    minutes: 3,
    fourCs: ['conduct'],
    strands: ['relationships'],
    locales: ['en-GB'],
    readingLevels: ['standard'],
    cast: {
      you: { is: 'you' },
      mina: { is: 'pupil', look: { head: 'bun', skin: 'tone3', clothes: 'plum' } },
      alex: { is: 'colleague', look: { head: 'short2', skin: 'tone2', clothes: 'slate' } },
    },
    sources: [{ title: 'A source', published: '2024', rules: ['GEN-4', 'GEN-5', 'VIC-3'] }],
    reviewBy: '2027-09-01',
    machine: {
      id: 'scenario',
      context: { meters: { trust: 5, safety: 5, evidence: 0 }, flags: {} },
      initial: 'door',
      states: {
        door: {
          meta: {
            kind: 'scene',
            setting: 'classroom',
            faces: [{ who: 'mina', mood: 'worried' }],
            parts: [{ id: 'stays' }, { id: 'says', by: 'mina' }],
            asides: ['lead'],
            sayAloud: true,
          },
          on: { next: { target: 'steps' } },
        },
        steps: {
          meta: {
            kind: 'order',
            parts: [{ id: 'task' }],
            items: listed.map((id) => ({ id })),
            constraints: [
              { id: 'listenFirst', earlier: 'thank', later: 'tell', rule: 'GEN-5' },
              { id: 'honestFirst', earlier: 'explain', later: 'tell', rule: 'GEN-4' },
            ],
            outcomes: [
              { event: 'all.kept', brokenAtMost: 0 },
              { event: 'listened', holds: ['listenFirst'] },
              { event: 'hurried' },
            ],
          },
          on: {
            'all.kept': {
              target: 'remark',
              meta: { does: ['listen'], quality: 'good', follows: ['GEN-4', 'GEN-5'] },
            },
            listened: {
              target: 'remark',
              meta: { quality: 'slip', breaks: ['GEN-4'] },
            },
            hurried: {
              target: 'remark',
              meta: { quality: 'slip', breaks: ['GEN-5'] },
            },
          },
        },
        remark: {
          meta: {
            kind: 'rephrase',
            setting: 'staffroom',
            faces: [{ who: 'alex', mood: 'explaining' }],
            parts: [{ id: 'later' }],
            by: 'alex',
          },
          on: {
            'ask.who': {
              target: 'quiet',
              meta: { does: ['challenge_blame'], quality: 'good', follows: ['VIC-3'] },
            },
            'be.careful': {
              target: 'quiet',
              meta: { does: ['blame'], quality: 'slip', breaks: ['VIC-1'] },
            },
          },
        },
        quiet: {
          meta: { kind: 'pause', parts: [{ id: 'kettle' }] },
          on: { next: { target: 'home' } },
        },
        home: {
          type: 'final',
          tags: ['support'],
          meta: { kind: 'ending', rating: 'workable', parts: [{ id: 'bus' }] },
        },
      },
    },
  };
}

function kindsWords(): JsonObject {
  const say = (text: string) => [{ text }];
  const item = (text: string) => ({ text: say(text) });
  const outcome = (event: string) => ({
    result: say(`She looks up (${event}).`),
    why: say('She came to you because she thought you would listen.'),
  });
  return {
    title: 'At the door',
    summary: say('The lesson is over, and one pupil stays.'),
    contentNote: say('Somebody asks a pupil for pictures. None is shown or described.'),
    objectives: say('Listen before you tell.'),
    cast: { you: 'You', mina: 'Mina', alex: 'Alex' },
    scenes: {
      door: {
        title: 'One pupil stays',
        parts: {
          stays: say('The others are gone. Mina packs her bag slowly.'),
          says: say('Somebody keeps asking me for pictures.'),
        },
        asides: {
          lead: {
            term: 'safeguarding lead',
            says: say('The person at a school whom staff tell. Here: {{dsl.name}}.'),
          },
        },
        sayAloud: say('Thank you for telling me. I am listening.'),
      },
      steps: {
        title: 'What comes first?',
        parts: { task: say('Four things to do today.') },
        items: {
          tell: item('Tell {{dsl.name}}.'),
          write: item('Write down what she said, in her own words.'),
          explain: item('Say whom you will tell, and why.'),
          thank: item('Thank her and let her talk.'),
        },
        constraints: {
          listenFirst: say('Listen first: whoever is heard can bear what follows.'),
          honestFirst: say('Tell her first, so that she hears it from you.'),
        },
        choices: Object.fromEntries(
          ['all.kept', 'listened', 'hurried'].map((event) => [event, outcome(event)]),
        ),
      },
      remark: {
        title: 'In the staffroom',
        parts: { later: say('At lunch Alex has heard that it was late at night.') },
        sentence: {
          text: { text: 'Why did she answer him at midnight?', exemplar: 'blaming' },
          lens: [
            {
              words: 'Why did she answer him',
              moves: say('It asks what she did, and not what he did.'),
            },
          ],
        },
        choices: {
          'ask.who': {
            label: { text: 'Who kept asking her, and how do we help?' },
            hears: say('It was not me. They will help.'),
            why: say('The question is now about the person who did it.'),
          },
          'be.careful': {
            label: { text: 'She should be more careful.' },
            lens: [{ words: 'should be more careful', moves: say('It makes it hers to prevent.') }],
            hears: say('It was my fault. I will not tell again.'),
            why: say('A kind voice does not change whom the words blame.'),
          },
        },
      },
      quiet: {
        title: 'The kettle',
        parts: { kettle: say('The room empties. The kettle clicks off.') },
        question: say('Who listened to you when you were that age?'),
      },
      home: {
        title: 'On the bus',
        parts: { bus: say('{{dsl.name}} has seen her, and so have you.') },
      },
    },
  };
}
