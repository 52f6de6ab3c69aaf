type TrackLink = {
  track: string;
  href: string;
  label: string;
  /** How much there is. */
  note: string;
};

type TrackChoiceProps = {
  /** The id of the heading that names the choice. */
  labelledBy: string;
  links: TrackLink[];
};

/** Whom one is here as: a link for each, in the colour of its track. */
export function TrackChoice({ labelledBy, links }: TrackChoiceProps) {
  return (
    <nav className="track-choice" aria-labelledby={labelledBy}>
      <ul className="track-choice-list">
        {links.map(({ track, href, label, note }) => (
          <li key={track} data-track={track}>
            <a href={href}>
              <span className="track-choice-label">{label}</span>
              <span className="track-choice-note">{note}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
