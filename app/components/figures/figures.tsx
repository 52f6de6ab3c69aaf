import { type ReactNode, useId } from 'react';
import type { Tone } from '../tag/tag.tsx';

export type Figure = {
  key: string;
  label: string;
  value: number;
  tone?: Tone;
  /** Where those are shown whom the figure counts. */
  href?: string;
};

type VerdictProps = { title: string; tone: 'good' | 'care'; children: ReactNode };

/** A page's answer in one sentence, with what bears it out below. The mark differs as the tone does. */
export function Verdict({ title, tone, children }: VerdictProps) {
  const id = useId();
  return (
    <section className={`verdict verdict-${tone}`} aria-labelledby={id}>
      <svg
        className="verdict-mark"
        width="32"
        height="32"
        viewBox="0 0 32 32"
        aria-hidden="true"
        focusable="false"
      >
        <circle cx="16" cy="16" r="15" />
        <path d={tone === 'good' ? 'M9 16.5l5 5L23.5 11' : 'M16 8v10m0 5v.5'} />
      </svg>
      <h2 className="verdict-title" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** A few figures to take in at one glance. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className="figures">
      {figures.map(({ key, label, value, tone = 'plain', href }) => (
        <div key={key} className={`figure-box figure-${value === 0 ? 'plain' : tone}`}>
          <dt>
            {href ? (
              <a className="figure-link" href={href}>
                {label}
              </a>
            ) : (
              label
            )}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * How a whole divides, as a bar. It says nothing that the figures beside it do not, so that a screen
 * reader passes over it.
 */
export function Proportions({ parts }: { parts: Figure[] }) {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  if (whole === 0) return null;
  let from = 0;
  return (
    <svg className="proportions" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      {parts.map(({ key, value, tone = 'plain' }) => {
        const x = from;
        const width = (value / whole) * 100;
        from += width;
        return (
          <rect key={key} className={`proportion-${tone}`} x={x} y={0} width={width} height={4} />
        );
      })}
    </svg>
  );
}

export type Share = { key: string; label: string; href?: string; says: string; parts: Figure[] };

/** Several wholes below each other: of each its name, how it divides, and that in words. */
export function Shares({ shares }: { shares: Share[] }) {
  return (
    <ul className="shares">
      {shares.map(({ key, label, href, says, parts }) => (
        <li key={key} className="share">
          <span className="share-label">{href ? <a href={href}>{label}</a> : label}</span>
          <span className="share-says">{says}</span>
          <Proportions parts={parts} />
        </li>
      ))}
    </ul>
  );
}
