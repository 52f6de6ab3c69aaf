import { Fragment } from 'react';
import type { ViewBlock, ViewContact, ViewText } from '#app/simulation/view.ts';
import { Idea } from '../symbol/symbol.tsx';

/** Words of a scenario: one paragraph a block, beside its symbol where it has one. */
export function Blocks({ blocks }: { blocks: ViewBlock[] }) {
  return blocks.map((block, index) => (
    // Blocks have no ids of their own and never change order.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Paragraph key={index} {...block} />
  ));
}

function Paragraph({ text, symbol }: ViewBlock) {
  const words = <InlineText text={text} />;
  return symbol ? <Idea symbol={symbol}>{words}</Idea> : <p>{words}</p>;
}

/** The same as a list. */
export function BlockList({ blocks }: { blocks: ViewBlock[] }) {
  return (
    <ul className={blocks.some(({ symbol }) => symbol) ? 'ideas' : undefined}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks never change order
        <li key={index}>
          <Line blocks={[block]} />
        </li>
      ))}
    </ul>
  );
}

type IdeasProps = {
  /** Words of the interface. In easy text each line is an idea, and begins with its symbol: `[memo]`. */
  text: string;
  /** How it looks where it is one paragraph: softer, as what may be passed over. */
  look?: 'aside';
};

/** Words of the interface as a paragraph; in easy text as ideas, each beside its symbol. */
export function Ideas({ text, look }: IdeasProps) {
  const ideas = text.split('\n').map(ideaOf);
  if (ideas.some(({ symbol }) => symbol)) return <Blocks blocks={ideas} />;
  return <p className={look}>{text}</p>;
}

/** The same of words that are a list already. */
export function IdeaList({ lines }: { lines: readonly string[] }) {
  return <BlockList blocks={lines.map(ideaOf)} />;
}

function ideaOf(line: string): ViewBlock {
  const [, symbol = null, words = line] = line.match(/^\[([a-z0-9-]+)\] (.+)$/) ?? [];
  return { text: [words], symbol };
}

/** A line of words with its contacts as parts: links to ring, and names kept in their own direction. */
export function InlineText({ text }: { text: ViewText[] }) {
  return text.map((part, index) =>
    typeof part === 'string' ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a line never change order
      <Contact key={index} contact={part} />
    ),
  );
}

function Contact({ contact: { field, value, isSet } }: { contact: ViewContact }) {
  if (!isSet) return value;
  if (field === 'phone') return <PhoneLink phone={value} />;
  if (field === 'email') return <a href={`mailto:${value}`}>{value}</a>;
  return <bdi>{value}</bdi>;
}

export function PhoneLink({ phone }: { phone: string }) {
  return <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>;
}

/** Several blocks in one line, with a space between them; those with symbols one below the other. */
export function Line({ blocks }: { blocks: ViewBlock[] }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of an item never change order
    <Fragment key={index}>
      {index > 0 && ' '}
      <Phrase {...block} />
    </Fragment>
  ));
}

function Phrase({ text, symbol }: ViewBlock) {
  const words = <InlineText text={text} />;
  return symbol ? (
    <Idea as="span" symbol={symbol}>
      {words}
    </Idea>
  ) : (
    words
  );
}
