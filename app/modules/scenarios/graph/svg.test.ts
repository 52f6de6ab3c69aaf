import { expect, test } from 'vitest';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { createScenarioSource, readRealScenario } from '#tests/factories/scenario.ts';
import { drawScenario } from './draw.ts';
import type { Move } from './highlight.ts';

const draw = (source: ScenarioSource, highlight?: Move[]) =>
  drawScenario(source, 'en-GB', highlight);
const countOf = (svg: string, look: string) => svg.split(`class="graph-${look}"`).length - 1;

test('is as large as the sheet, and has a name and a description', async () => {
  const svg = await draw(readRealScenario());
  expect(svg).toMatch(/^<svg [^>]*width="297mm" height="210mm" viewBox="[-\d. ]+" role="img"/);
  expect(svg).toContain('<title id="title">Picture of “A picture is going round”</title>');
  expect(svg).toContain('<desc id="description">36 scenes in the order');
});

test('says kind, rating and quality in words, and marks each with a shape of its own', async () => {
  const svg = await draw(createScenarioSource());
  const spoken = 'Scene Messages Spot Decision Recommended Workable Harmful Good Slip Grave';
  for (const word of [...spoken.split(' '), 'Passed by']) expect(svg).toContain(`>${word}</text>`);
  const marks = [...svg.matchAll(/d="([^"]+)"[^>]*transform=/g)].map(([, d]) => d);
  // Scene, messages, spot, decision, passed by; good and recommended, slip, grave and harmful, workable.
  expect(new Set(marks).size).toBe(9);
});

test('a choice that forks has a line for each place that it may lead to, and says when', async () => {
  const svg = await draw(createScenarioSource());
  expect(svg).toContain('>If asked is set or rushed is set</text>');
  expect(svg).toContain('>If trust is 6 or more</text>');
  expect(svg).toContain('>Otherwise</text>');
  // A choice that is not always open has one way, and its condition.
  expect(svg).toContain('>If trust is below 6 and not noticed is set</text>');
});

const hostile = `</text><script>alert(1)</script>"'&\u0000\ud800]]><!--`;

test('hostile words are words', async () => {
  // A folder with such words is refused; a picture must not depend on that.
  const source = structuredClone(createScenarioSource());
  for (const { words } of source.words) {
    words.title = hostile;
    words.chapters.morning = hostile;
    for (const scene of Object.values(words.scenes)) {
      scene.title = hostile;
      for (const choice of Object.values(scene.choices ?? {})) choice.label = { text: hostile };
    }
  }
  const svg = await draw(source);
  const tags = new Set([...svg.matchAll(/<\/?([^\s>/]*)/g)].map(([, tag]) => tag));
  expect([...tags].sort()).toEqual(['desc', 'path', 'rect', 'style', 'svg', 'text', 'title']);
  expect(svg.match(/&(?!amp;|lt;|gt;|quot;|#39;)/g)).toBeNull();
  expect(svg.includes('\u0000') || svg.includes('\ud800')).toBe(false);
  expect(svg).toContain('&lt;script&gt;');
});

test('long words are broken into three lines at most, and what is left out is shown as such', async () => {
  const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
  const svg = await draw(
    createScenarioSource({
      words: {
        'scenes/mending/choices/leave.it/label': { text: long },
        'scenes/mending/choices/say.sorry/label': { text: 'x'.repeat(500) },
      },
    }),
  );
  const lines = [...svg.matchAll(/>((?:word\d+ ?)+…?)<\/text>/g)].map(([, line]) => line);
  expect(lines).toHaveLength(3);
  expect(lines.join(' ')).toMatch(/^word0 .*…$/);
  expect(svg.match(/>x+…?<\/text>/g)).toHaveLength(3);
});

const moves: Move[] = [
  { state: 'morning.answer', event: 'wait.longer', target: 'morning' },
  { state: 'morning.gate', event: 'next', target: 'morning.phone' },
  { state: 'weighing', event: null, target: 'apart' },
];

test('a path stands out by thick lines, framed scenes and numbered steps', async () => {
  const plain = await draw(createScenarioSource());
  expect([countOf(plain, 'path-head'), countOf(plain, 'step')]).toEqual([0, 0]);
  const svg = await draw(createScenarioSource(), moves);
  expect([countOf(svg, 'path-head'), countOf(svg, 'step')]).toEqual([3, 3]);
  const steps = [...svg.matchAll(/class="graph-step-number"[^>]*>([^<]+)</g)].map(([, n]) => n);
  expect(steps.sort()).toEqual(['1', '2', '3']);
  // A line and a frame each: three moves, five scenes.
  expect(countOf(svg, 'path')).toBe(3 + 5);
  expect(svg).toContain('Thick lines');
});

test('a move made twice is one line with both steps; a move that is none is left out', async () => {
  const [first] = moves as [Move];
  const svg = await draw(createScenarioSource(), [
    first,
    first,
    { state: 'morning.gate', event: 'no.such', target: 'apart' },
  ]);
  expect(svg).toContain('>1, 2</text>');
  expect(countOf(svg, 'step')).toBe(1);
});
