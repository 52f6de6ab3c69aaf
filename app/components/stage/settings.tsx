import type { ReactNode } from 'react';
import type { Setting } from '#scenarios/kit/looks.ts';
import { gathering } from './settings/gathering.tsx';
import { home } from './settings/home.tsx';
import { school } from './settings/school.tsx';
import { town } from './settings/town.tsx';
import { travel } from './settings/travel.tsx';

/**
 * Places, suggested by simple shapes on a ground of 400 by 225; colours come from the theme. Faces stand
 * in front and a wide window cuts off the sides: what tells the place is above 50, or 50 to 120 from
 * either side.
 */
export const settings: Record<Setting, ReactNode> = {
  ...school,
  ...gathering,
  ...home,
  ...town,
  ...travel,
};
