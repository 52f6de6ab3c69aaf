import { Fragment } from 'react';
import type { ViewBlock, ViewContact, ViewText } from '#app/simulation/view.ts';

/** Words of a scenario: one paragraph a block. */
export function Blocks({ blocks }: { blocks: ViewBlock[] }) {
  return blocks.map((block, index) => (
    // Blocks have no ids of their own and never change order.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <p key={index}>
      <InlineText text={block.text} />
    </p>
  ));
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

/** Several blocks in one line, with a space between them. */
export function Line({ blocks }: { blocks: ViewBlock[] }) {
  return blocks.map(({ text }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of an item never change order
    <Fragment key={index}>
      {index > 0 && ' '}
      <InlineText text={text} />
    </Fragment>
  ));
}
