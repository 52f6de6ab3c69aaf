import { createElement, useId } from 'react';

type Shape = {
  tag: 'rect' | 'path' | 'text';
  /** Names the colours. */
  look: string;
  at: Record<string, string | number>;
  text?: string;
};

type SizeLink = {
  name: 'whole' | 'small' | 'reading' | 'large';
  label: string;
  href: string;
  isChosen: boolean;
};

type GraphPictureProps = {
  width: number;
  height: number;
  shapes: Shape[];
  label: string;
  description: string;
  sizesLabel: string;
  sizes: SizeLink[];
};

/** A large drawing in a frame to look around in, with links to sizes of it. Ten units are one letter. */
export function GraphPicture({ width, height, shapes, ...words }: GraphPictureProps) {
  const { label, description, sizesLabel, sizes } = words;
  const id = useId();
  const size = sizes.find(({ isChosen }) => isChosen)?.name ?? 'whole';
  const look = `graph-window graph-size-${size}`;
  return (
    <div className="graph">
      <nav className="graph-sizes" aria-label={sizesLabel}>
        <ul>
          {sizes.map(({ name, label, href, isChosen }) => (
            <li key={name}>
              <a href={href} aria-current={isChosen ? 'true' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls both ways, by keyboard too */}
      {/* biome-ignore lint/a11y/useSemanticElements: it stands in a section with a heading */}
      <div className={look} role="group" aria-label={label} tabIndex={0}>
        <svg
          role="img"
          aria-labelledby={`${id}-title ${id}-description`}
          viewBox={`0 0 ${width} ${height}`}
          width={`${width / 10}em`}
          height={`${height / 10}em`}
        >
          <title id={`${id}-title`}>{label}</title>
          <desc id={`${id}-description`}>{description}</desc>
          {shapes.map(({ tag, look, at, text }, index) =>
            createElement(tag, { key: index, className: `graph-${look}`, ...camelCased(at) }, text),
          )}
        </svg>
      </div>
    </div>
  );
}

/** As React writes the names of what an SVG element has. */
function camelCased(at: Shape['at']) {
  return Object.fromEntries(
    Object.entries(at).map(([name, value]) => [
      name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
