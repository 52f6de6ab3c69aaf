import type { ReactNode } from 'react';
import type { ViewFace } from '#app/simulation/view.ts';
import type { Setting } from '#scenarios/kit/looks.ts';
import { ButtonLink } from '../button/button.tsx';
import { Row } from '../layout/layout.tsx';
import { Stage } from '../stage/stage.tsx';
import { Hidden } from '../text/text.tsx';

type ScenarioCardProps = {
  href: string;
  title: string;
  track: string;
  /** How the reader stands with it, where that is known. */
  state?: ReactNode;
  summary: ReactNode;
  /** Theme, kind of risk and length, in a line. */
  facts: string;
  /** The hard things that it tells of, for whoever chooses what to read. */
  tellsOf?: string | undefined;
  action: string;
  opening: { setting: Setting | null; faces: ViewFace[] };
};

/** A scenario in the library: where it begins, what it is about, how long it takes. */
export function ScenarioCard(props: ScenarioCardProps) {
  const { href, title, track, state, summary, facts, tellsOf, action, opening } = props;
  return (
    <article className="scenario-card" data-track={track}>
      <Stage {...opening} isDecoration />
      <div className="scenario-card-words">
        <h3>{title}</h3>
        {state && <Row>{state}</Row>}
        <p>{summary}</p>
        <div className="scenario-card-facts">
          <p>{facts}</p>
          {tellsOf && <p>{tellsOf}</p>}
        </div>
        <ButtonLink href={href}>
          {action}
          <Hidden> ({title})</Hidden>
        </ButtonLink>
      </div>
    </article>
  );
}
