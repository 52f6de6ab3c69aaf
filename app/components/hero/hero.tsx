import type { ReactNode } from 'react';
import type { Look } from '#scenarios/kit/looks.ts';
import { Halves } from '../layout/layout.tsx';
import { portraitAddress } from '../portrait/address.ts';
import { Place } from '../stage/stage.tsx';
import { Lead } from '../text/text.tsx';

type HeroProps = {
  title: string;
  lead: string;
  /** A moment of a scene: what somebody says, who it is, and what is on their face. */
  preview: { says: string; who: string; look: string };
  children: ReactNode;
};

const pupil: Look = {
  head: 'mediumBangs3',
  skin: 'tone4',
  hair: 'black',
  clothes: 'navy',
  beard: 'none',
  glasses: 'glasses2',
};

/** The first screen: what this is, one next step, and a moment of it. */
export function Hero({ title, lead, preview, children }: HeroProps) {
  return (
    <div className="hero">
      <Halves>
        <div>
          <h1 className="hero-title">{title}</h1>
          <Lead>{lead}</Lead>
          {children}
        </div>
        <figure className="hero-moment">
          <Place setting="classroom" />
          <img
            className="hero-face"
            src={portraitAddress(pupil, 'worried')}
            alt={preview.look}
            width={260}
            height={260}
          />
          <figcaption className="hero-says">
            <span className="hero-who">{preview.who}</span> {preview.says}
          </figcaption>
        </figure>
      </Halves>
    </div>
  );
}
