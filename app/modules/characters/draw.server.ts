import { createAvatar } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import type { Look, Mood } from '#scenarios/kit/looks.ts';

type Options = openPeeps.Options;
type Face = NonNullable<Options['face']>[number];

const skin: Record<Look['skin'], string> = {
  tone1: 'ffdbb4',
  tone2: 'edb98a',
  tone3: 'd08b5b',
  tone4: 'ae5d29',
  tone5: '694d3d',
};
const hair: Record<Look['hair'], string> = {
  black: '2c1b18',
  brown: '724133',
  auburn: 'a55728',
  fair: 'd6b370',
  grey: 'b9b4ad',
  white: 'e8e1e1',
};
const cloth: Record<Look['clothes'], string> = {
  teal: '7cc4bd',
  plum: 'b98bb5',
  navy: '6f8fc0',
  mustard: 'e9bf5f',
  green: '8fbf86',
  rose: 'e29a9a',
  sand: 'd9c39b',
  slate: '9aa8b4',
};
const faces: Record<Mood, Face> = {
  calm: 'smile',
  warm: 'calm',
  serious: 'serious',
  worried: 'tired',
  frightened: 'concernedFear',
  upset: 'solemn',
  closed: 'eyesClosed',
  wary: 'suspicious',
  distant: 'blank',
  explaining: 'explaining',
  angry: 'veryAngry',
};

/** Draws somebody in a mood, as SVG (Open Peeps by Pablo Stanley, CC0). The same each time. */
export function drawPortrait(look: Look, mood: Mood): string {
  return createAvatar(openPeeps, {
    seed: 'signpost',
    head: [look.head],
    face: [faces[mood]],
    skinColor: [skin[look.skin]],
    headContrastColor: [hair[look.hair]],
    clothingColor: [cloth[look.clothes]],
    accessories: look.glasses === 'none' ? [] : [look.glasses],
    accessoriesProbability: look.glasses === 'none' ? 0 : 100,
    facialHair: look.beard === 'none' ? [] : [look.beard],
    facialHairProbability: look.beard === 'none' ? 0 : 100,
    maskProbability: 0,
  }).toString();
}
