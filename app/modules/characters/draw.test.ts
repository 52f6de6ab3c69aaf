import fc from 'fast-check';
import { expect, test } from 'vitest';
import { portraitAddress, readPortraitAddress } from '#app/components/portrait/address.ts';
import {
  beards,
  clothes,
  glasses,
  hairs,
  heads,
  type Look,
  type Mood,
  moods,
  skins,
} from '#scenarios/kit/looks.ts';
import { wordsOf } from '#scenarios/kit/vocabulary.ts';
import { drawPortrait } from './draw.server.ts';

const plain: Look = {
  head: 'short1',
  skin: 'tone3',
  hair: 'black',
  clothes: 'teal',
  beard: 'none',
  glasses: 'none',
};
const anyLook: fc.Arbitrary<Look> = fc.record({
  head: fc.constantFrom(...heads),
  skin: fc.constantFrom(...skins),
  hair: fc.constantFrom(...hairs),
  clothes: fc.constantFrom(...clothes),
  beard: fc.constantFrom(...beards),
  glasses: fc.constantFrom(...glasses),
});
const anyMood = fc.constantFrom(...wordsOf(moods));

test('a picture is the same each time, and its address says all of it', () => {
  fc.assert(
    fc.property(anyLook, anyMood, (look, mood) => {
      const asked = readPortraitAddress(portraitAddress(look, mood).replace('/characters/', ''));
      expect(asked).toEqual({ look, mood });
      expect(drawPortrait(look, mood)).toBe(drawPortrait(look, mood));
    }),
    { numRuns: 60 },
  );
});

/** What the art leaves out it leaves out silently: a word that it does not know draws nothing. */
test.each<[string, (Partial<Look> & { mood?: Mood })[]]>([
  ['head', heads.map((head) => ({ head }))],
  ['skin', skins.map((skin) => ({ skin }))],
  ['clothes', clothes.map((cloth) => ({ clothes: cloth }))],
  ['beard', beards.map((beard) => ({ beard }))],
  ['glasses', glasses.map((pair) => ({ glasses: pair }))],
  ['mood', wordsOf(moods).map((mood) => ({ mood }))],
])('every word for %s draws a picture of its own', (_, variants) => {
  const drawn = variants.map(({ mood = 'calm', ...look }) =>
    drawPortrait({ ...plain, ...look }, mood),
  );
  expect(new Set(drawn).size).toBe(variants.length);
  for (const picture of drawn) expect(picture).not.toContain('undefined');
});

const showsNoHair = ['hijab', 'noHair1', 'noHair2', 'turban'];

test.each(heads.filter((head) => !showsNoHair.includes(head)))(
  'hair has the colour that the author named: %s',
  (head) => {
    const drawn = hairs.map((hair) => drawPortrait({ ...plain, head, hair }, 'calm'));
    expect(new Set(drawn).size).toBe(hairs.length);
  },
);

test.each(beards.filter((beard) => beard !== 'none'))('so has a beard: %s', (beard) => {
  const drawn = hairs.map((hair) =>
    drawPortrait({ ...plain, head: 'turban', hair, beard }, 'calm'),
  );
  expect(new Set(drawn).size).toBe(hairs.length);
});

test('a headscarf goes with the clothes, and is not black', () => {
  const drawn = clothes.map((cloth) =>
    drawPortrait({ ...plain, head: 'hijab', clothes: cloth }, 'calm'),
  );
  const scarves = drawn.map((svg) => svg.match(/156 62\)">.*?translate\(315 248\)/)?.[0]);
  for (const one of scarves) expect(one).not.toContain('#000');
  expect(new Set(scarves).size).toBe(clothes.length);
});

test.each(['', 'short1.svg', 'short1-tone3-black-teal-none-none-calm', 'a-b-c-d-e-f-g.svg'])(
  'an address that names nobody is refused: %s',
  (file) => expect(readPortraitAddress(file)).toBeNull(),
);
