import { expect, test } from 'vitest';
import { prepareScenario } from '#app/simulation/scenario.ts';
import type { Walkthrough } from '#scenarios/kit/walkthroughs.ts';
import { createKindsSource, inOrder } from '#tests/factories/kinds.ts';
import { createScenarioSource, createWording } from '#tests/factories/scenario.ts';
import { graphOf } from '../graph/model.ts';
import { storyOrder } from '../graph/story-order.ts';
import { playsOf } from './plays.ts';
import { placesOf } from './script.ts';
import { tellerIn } from './teller.ts';

async function playsIn(source: ReturnType<typeof createScenarioSource>, ...choices: string[][][]) {
  const wording = createWording(source);
  const graph = graphOf(source.definition, wording.words, 'en-GB');
  const places = placesOf(graph, await storyOrder(graph));
  const walkthroughs = choices.map(
    (one, index): Walkthrough => ({
      ...{ name: `Way ${index + 1}`, choices: one, passes: [], ending: '', rating: 'workable' },
    }),
  );
  const scenario = prepareScenario(source.definition);
  return playsOf(scenario, walkthroughs, places, tellerIn('en-GB', wording));
}

test('a way is told from start to end, with what is seen on it and chosen, and nothing else', async () => {
  const [play] = await playsIn(createScenarioSource(), [
    ['next'],
    ['next'],
    ['secret', 'gift'],
    ['ask.image'],
    ['say.sorry'],
  ]);
  expect(play).toMatchObject({ name: 'Way 1', ending: { rating: { tone: 'workable' } } });
  const told = play?.scenes.map(({ place, chosen }) => [place.number, place.path, chosen]);
  expect(told).toEqual([
    [1, 'morning.gate', [['Go in']]],
    [2, 'morning.phone', [['Continue']]],
    [3, 'morning.signs', [['Marked:'], ['A secret.'], ['A gift.']]],
    [4, 'morning.answer', [['Choose ask.image']]],
    [5, 'mending', [['Choose say.sorry']]],
    [expect.any(Number), 'slowly', []],
  ]);
  expect(play?.scenes[1]?.lines.map(({ who, blocks }) => [who, blocks[0]?.text])).toEqual([
    [null, ['It buzzes.']],
    // The other message is for whoever has asked before.
    ['Sam', ['Are you there?']],
  ]);
  expect(play?.scenes[3]?.result).toMatchObject([{ text: ['After ask.image.'] }]);
});

test('an answer is told as it was given: nothing marked, an order, other words, a question passed', async () => {
  const [nothing] = await playsIn(createScenarioSource(), [['next'], ['next'], [], ['listen']]);
  expect(nothing?.scenes[2]?.chosen).toEqual([['Nothing is marked.']]);
  const [kinds] = await playsIn(createKindsSource(), [['next'], inOrder, ['ask.who'], ['next']]);
  expect(kinds?.scenes[1]?.chosen).toEqual([
    ['Put in this order:'],
    ['Thank her and let her talk.'],
    ['Say whom you will tell, and why.'],
    ['Tell ', expect.objectContaining({ slot: 'dsl' }), '.'],
    ['Write down what she said, in her own words.'],
  ]);
  expect(kinds?.scenes[2]?.lines.map(({ who }) => who)).toEqual([null, 'Alex']);
  expect(kinds?.scenes[3]?.lines.at(-1)?.blocks[0]?.text).toEqual([
    'Who listened to you when you were that age?',
  ]);
});

test('a way that was written for another version is left out', async () => {
  const plays = await playsIn(
    createScenarioSource(),
    [['no.such']],
    [['next']],
    [['next'], ['next'], [], ['listen']],
    [['next'], ['next'], [], ['listen'], ['next']],
  );
  expect(plays.map(({ name }) => name)).toEqual(['Way 3']);
});
