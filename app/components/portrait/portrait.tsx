import type { Look, Mood } from '#scenarios/kit/looks.ts';
import { portraitAddress } from './address.ts';

type PortraitProps = {
  look: Look;
  mood: Mood;
  /** What the picture says; empty where the words beside it say it. */
  alt: string;
  isLarge?: boolean;
};

/** Somebody's face in a circle. */
export function Portrait({ look, mood, alt, isLarge = false }: PortraitProps) {
  return (
    <img
      className={isLarge ? 'portrait portrait-large' : 'portrait'}
      src={portraitAddress(look, mood)}
      alt={alt}
      width={48}
      height={48}
    />
  );
}
