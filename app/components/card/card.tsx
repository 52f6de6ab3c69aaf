import { type ReactNode, useId } from 'react';

type CardProps = {
  children: ReactNode;
  title?: ReactNode;
  /** How deep its heading is; the same look at every depth. */
  level?: 2 | 3;
  id?: string;
  /** Marks the card as one of a track, with the track's colour and pattern. */
  track?: string;
  /** What stands at its foot, in line with the feet of its neighbours. */
  foot?: ReactNode;
};

/** Something that belongs together, set on a surface of its own. */
export function Card({ children, title, level = 2, id, track, foot }: CardProps) {
  const Heading = `h${level}` as const;
  const made = useId();
  const headingId = title ? (id ?? made) : undefined;
  return (
    <section
      className={track ? 'card card-track' : 'card'}
      data-track={track}
      aria-labelledby={headingId}
    >
      {title && (
        <Heading id={headingId} className="card-title">
          {title}
        </Heading>
      )}
      {children}
      {foot && <div className="card-foot">{foot}</div>}
    </section>
  );
}
