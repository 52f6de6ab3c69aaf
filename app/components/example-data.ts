import type {
  View,
  ViewBlock,
  ViewContact,
  ViewFace,
  ViewPart,
  ViewSpeaker,
  ViewText,
} from '#app/simulation/view.ts';
import type { Look, Mood } from '#scenarios/kit/looks.ts';
import type { Fact } from './facts/facts.tsx';

const base = { hair: 'black', beard: 'none', glasses: 'none' } as const;

/** Made-up people of different ages, skins, hair and clothes. */
export const looks = {
  mira: { ...base, head: 'mediumBangs3', skin: 'tone4', clothes: 'navy', glasses: 'glasses2' },
  tom: { ...base, head: 'short4', skin: 'tone1', hair: 'fair', clothes: 'teal' },
  amina: { ...base, head: 'hijab', skin: 'tone3', clothes: 'rose' },
  joseph: {
    ...base,
    head: 'grayShort',
    skin: 'tone5',
    hair: 'grey',
    clothes: 'sand',
    beard: 'full',
  },
  harpreet: { ...base, head: 'turban', skin: 'tone3', clothes: 'mustard', beard: 'full' },
  wren: { ...base, head: 'bun2', skin: 'tone2', hair: 'auburn', clothes: 'plum' },
} satisfies Record<string, Look>;

export const names = {
  mira: 'Mira',
  tom: 'Tom',
  amina: 'Amina',
  joseph: 'Mr Joseph',
  harpreet: 'Harpreet',
  wren: 'Wren',
} satisfies Record<keyof typeof looks, string>;

type PersonId = keyof typeof looks;

export function face(id: PersonId, mood: Mood = 'calm'): ViewFace {
  return { id, name: names[id], look: looks[id], mood };
}

export function speaker(id: PersonId): ViewSpeaker {
  return { id, name: names[id], isYou: false, look: looks[id] };
}

export const you: ViewSpeaker = { id: 'you', name: 'You', isYou: true, look: null };

export function block(...text: ViewText[]): ViewBlock {
  return { text, symbol: null };
}

/** Something said by somebody, or narrated by nobody: a paragraph for each line. */
export function part(id: string, by: ViewSpeaker | null, ...lines: string[]): ViewPart {
  return { id, by, blocks: lines.map((line) => block(line)) };
}

export const contacts = {
  name: { slot: 'dsl', field: 'name', value: 'Sam Example', isSet: true },
  phone: { slot: 'dsl', field: 'phone', value: '01632 960000', isSet: true },
  email: { slot: 'dsl', field: 'email', value: 'sam@school.example', isSet: true },
  unset: { slot: 'head', field: 'name', value: 'the head', isSet: false },
} satisfies Record<string, ViewContact>;

/** A view with nothing in it but what is given. */
export function view(given: Partial<View> & Pick<View, 'kind' | 'title'>): View {
  return {
    path: 'example',
    chapter: null,
    setting: null,
    faces: [],
    parts: [],
    messages: [],
    items: [],
    sentence: null,
    question: [],
    asides: [],
    sayAloud: [],
    choices: [],
    nextLabel: null,
    rating: null,
    ...given,
  };
}

export const gardenFacts: Fact[] = [
  { key: 'where', label: 'Where', value: 'The beds behind the library' },
  { key: 'when', label: 'When', value: '21 March 2026' },
  { key: 'what', label: 'What was done in the beds', value: 'Beans'.repeat(12) },
];
