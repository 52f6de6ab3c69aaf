import type { HttpClient } from './http-client.ts';

export type Scene = {
  step: string;
  choices: string[];
  isSpot: boolean;
  isOrder: boolean;
  ended: boolean;
  html: string;
};

/** Reads a scene off its page, as any tool outside the project would: by its form. */
export function readScene(html: string): Scene {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const step = main.match(/name="step" value="(\d+)"/)?.[1] ?? '';
  const boxes = [...main.matchAll(/type="checkbox" name="choice" value="([^"]+)"/g)];
  const buttons = [...main.matchAll(/name="choice" value="([^"]+)"/g)];
  const isOrder = /type="hidden" name="choice"/.test(main);
  const choices = (boxes.length > 0 ? boxes : buttons).map((match) => match[1] ?? '');
  return { step, choices, isSpot: boxes.length > 0, isOrder, ended: choices.length === 0, html };
}

/** A seeded source of chance, so that a walk that fails can be walked again. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a walker picks in a scene: one choice, any of the marks, or all items in any order. */
export function pick({ choices, isSpot, isOrder }: Scene, random: () => number): string[] {
  if (isSpot) return choices.filter(() => random() < 0.5);
  if (isOrder) return shuffle(choices, random);
  const choice = choices[Math.floor(random() * choices.length)];
  return choice === undefined ? [] : [choice];
}

function shuffle(items: string[], random: () => number): string[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** Starts the first scenario and returns the address of the attempt. */
export async function startWalk(client: HttpClient): Promise<string> {
  const response = await client.post('/scenarios/staff/a-picture-is-going-round', []);
  const location = response.headers.get('location') ?? '';
  if (response.status !== 303 || !location.startsWith('/attempts/'))
    throw new Error(`Starting answered ${response.status} ${location}`);
  return location;
}
