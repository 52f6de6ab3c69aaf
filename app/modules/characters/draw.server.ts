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
  tone5: '82593f',
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

/** A scarf is darker than the clothes under it, so that it does not melt into them. */
const scarf: Record<Look['clothes'], string> = {
  teal: '1f5f5a',
  plum: '6a3f66',
  navy: '2f4a78',
  mustard: '8a6410',
  green: '3f6b38',
  rose: '8f4646',
  sand: '7a6436',
  slate: '465562',
};
/** These draw their hair or hat in the contrast colour, or have none: black is their outline. */
const outlinedHeads: ReadonlySet<Look['head']> = new Set([
  'bangs',
  'cornrows',
  'grayBun',
  'grayMedium',
  'grayShort',
  'mediumBangs2',
  'noHair1',
  'noHair2',
  'noHair3',
  'short4',
  'turban',
]);
/** Heads whose hair would leave the picture are drawn a little smaller. */
const smaller: Partial<Record<Look['head'], { scale: number; translateY: number }>> = {
  bun2: { scale: 88, translateY: 6 },
  longAfro: { scale: 86, translateY: 6 },
};
const hairStarts = '<g transform="matrix(.99789 0 0 1 156 62)">';
const faceStarts = '<g transform="translate(315 248)">';
const beardStarts = '<g transform="translate(279 400)">';
const maskStarts = '<g transform="translate(179 343)">';

/** Open Peeps draws most hair, and every beard, in black: they get the colour the author named. */
function colourHair(svg: string, look: Look): string {
  const colour = look.head === 'hijab' ? scarf[look.clothes] : hair[look.hair];
  const head = outlinedHeads.has(look.head) ? svg : repaint(svg, hairStarts, faceStarts, colour);
  return repaint(head, beardStarts, maskStarts, hair[look.hair]);
}

function repaint(svg: string, from: string, to: string, colour: string): string {
  const start = svg.indexOf(from);
  const end = svg.indexOf(to, start);
  const part = svg.slice(start, end).replaceAll('fill="#000"', `fill="#${colour}"`);
  return svg.slice(0, start) + part + svg.slice(end);
}

/** Draws somebody in a mood, as SVG (Open Peeps by Pablo Stanley, CC0). The same each time. */
export function drawPortrait(look: Look, mood: Mood): string {
  const svg = createAvatar(openPeeps, {
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
    ...smaller[look.head],
  }).toString();
  return colourHair(svg, look);
}
