import type { Quality } from '#scenarios/kit/vocabulary.ts';
import type { GraphNode } from './model.ts';
import { line, type Shape } from './shapes.ts';

/** Small drawings in a square of 12, one for each kind, rating and quality: told apart without colour. */
const kinds: Record<GraphNode['kind'], string> = {
  scene: 'M1.5 2.5h9M1.5 6h9M1.5 9.5h6',
  thread: 'M1 2h10v6.5H5.5L3 11V8.5H1z',
  decision: 'M6 .8 11.2 6 6 11.2.8 6z',
  spot: 'M4.8 1a3.8 3.8 0 1 0 .01 0zM7.6 7.6 11.2 11.2',
  order: 'M1 2h1.5M5 2h6M1 6h1.5M5 6h6M1 10h1.5M5 10h6',
  rephrase: 'M1.5 4.2h8.5L7.5 1.8M10.5 7.8H2l2.5 2.4',
  pause: 'M4 1.5v9M8 1.5v9',
  ending: 'M2.5 11.5V1h7.5L8 3.8l2 2.7H2.5',
  pass: 'M1 6h9M7 3l3 3-3 3',
};
const ratings: Record<NonNullable<GraphNode['rating']>, string> = {
  recommended: 'M6 .7a5.3 5.3 0 1 0 .01 0zM3.4 6.2 5.3 8.1 8.8 4.2',
  workable: 'M6 .7a5.3 5.3 0 1 0 .01 0zM3.2 6.8c1-1.8 2-1.8 2.8-.8s1.8 1 2.8-.8',
  harmful: 'M3.8.7h4.4l3.1 3.1v4.4l-3.1 3.1H3.8L.7 8.2V3.8zM4 4l4 4M8 4l-4 4',
};
const qualities: Record<Quality, string> = {
  good: 'M6 .7a5.3 5.3 0 1 0 .01 0zM3.4 6.2 5.3 8.1 8.8 4.2',
  neutral: 'M6 .7a5.3 5.3 0 1 0 .01 0zM3.6 6h4.8',
  slip: 'M6 1 11.4 11H.6zM6 4.6v3M6 9v.6',
  grave: 'M3.8.7h4.4l3.1 3.1v4.4l-3.1 3.1H3.8L.7 8.2V3.8zM4 4l4 4M8 4l-4 4',
};

export function kindMark({ kind, rating }: GraphNode, x: number, middle: number): Shape {
  const [look, d] = rating
    ? [`line-${toneOf(rating)}`, ratings[rating]]
    : ['line-ink', kinds[kind]];
  return at(look, d, x, middle);
}

export function qualityMark(quality: Quality, x: number, middle: number): Shape {
  return at(`line-${toneOf(quality)}`, qualities[quality], x, middle);
}

/** The colour that goes with a rating or a quality: never the only thing that tells it. */
export function toneOf(word: NonNullable<GraphNode['rating']> | Quality) {
  const tones = {
    recommended: 'good',
    workable: 'care',
    harmful: 'grave',
    good: 'good',
    neutral: 'soft',
    slip: 'care',
    grave: 'grave',
  } as const;
  return tones[word];
}

function at(look: string, d: string, x: number, middle: number): Shape {
  const mark = line(look, d, 1.2);
  return { ...mark, at: { ...mark.at, transform: `translate(${x} ${middle - 6})` } };
}
