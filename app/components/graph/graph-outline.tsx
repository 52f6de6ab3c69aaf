import { Tag, type Tone } from '../tag/tag.tsx';

type Place = { path: string; number: number; title: string };
type Scene = Place & {
  kind: string;
  rating: { tone: keyof typeof tones; word: string } | null;
  tags: string[];
  isStart: boolean;
  choices: {
    label: string;
    quality: { tone: keyof typeof tones; word: string } | null;
    ways: { when: string | null; to: Place }[];
  }[];
};
type Chapter = { path: string; title: string; items: Item[] };
type Item = Scene | Chapter;
type OutlineWords = { starts: string; tags: string; leadsTo: string };

const tones = {
  recommended: 'good',
  workable: 'care',
  harmful: 'grave',
  good: 'good',
  neutral: 'plain',
  slip: 'care',
  grave: 'grave',
} satisfies Record<string, Tone>;

type GraphOutlineProps = { items: Item[]; words: OutlineWords };

/** A drawing in words: each thing with its choices, and a link to where each leads. */
export function GraphOutline({ items, words }: GraphOutlineProps) {
  return (
    <ul className="graph-outline">
      {items.map((item) =>
        'items' in item ? (
          <li key={item.path}>
            <strong className="graph-chapter">{item.title}</strong>
            <GraphOutline items={item.items} words={words} />
          </li>
        ) : (
          <OutlineScene key={item.path} scene={item} words={words} />
        ),
      )}
    </ul>
  );
}

function OutlineScene({ scene, words }: { scene: Scene; words: OutlineWords }) {
  const { path, number, title, kind, rating, tags, isStart, choices } = scene;
  return (
    <li id={idOf(path)} className="graph-item">
      <p>
        <strong>
          {number} <bdi>{title}</bdi>
        </strong>
        {` · ${kind} `}
        {rating && <Tag tone={tones[rating.tone]}>{rating.word}</Tag>}
      </p>
      {isStart && <p className="soft">{words.starts}</p>}
      {tags.length > 0 && (
        <p className="soft">
          {words.tags}: {tags.join(', ')}
        </p>
      )}
      {choices.length > 0 && (
        <ul className="graph-choices">
          {choices.map(({ label, quality, ways }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two choices may have the same words
            <li key={index}>
              {quality && <Tag tone={tones[quality.tone]}>{quality.word}</Tag>} <bdi>{label}</bdi>
              <Ways ways={ways} leadsTo={words.leadsTo} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

type WaysProps = { ways: Scene['choices'][number]['ways']; leadsTo: string };

function Ways({ ways, leadsTo }: WaysProps) {
  const link = ({ path, number, title }: Place) => (
    <a href={`#${idOf(path)}`}>
      {number} <bdi>{title}</bdi>
    </a>
  );
  const [only] = ways;
  if (ways.length === 1 && only)
    return (
      <p className="graph-way">
        {only.when && `${only.when}. `}
        {leadsTo}: {link(only.to)}
      </p>
    );
  return (
    <ul className="graph-ways">
      {ways.map(({ when, to }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two ways may lead to the same place
        <li key={index}>
          {when}. {leadsTo}: {link(to)}
        </li>
      ))}
    </ul>
  );
}

function idOf(path: string): string {
  return `scene-${path}`;
}
