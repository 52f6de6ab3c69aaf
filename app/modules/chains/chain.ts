import { createHash } from 'node:crypto';

/** A link of one of an organisation's chains, as it stands in the database. */
export type ChainLink = {
  organisationId: string;
  seq: bigint;
  /** The text that the link hashes; a SQL function makes it from the row alone. */
  text: string;
  previousHash: Uint8Array;
  hash: Uint8Array;
  /** Whom it is about, as the digest says it; `null` once that has been erased. */
  subject: { salt: Uint8Array; says: string } | null;
  subjectDigest: Uint8Array;
};

export type ChainFault = {
  organisationId: string;
  seq: bigint;
  what: 'gap' | 'link' | 'hash' | 'subject';
};

/** A place in a chain: up to here its links are gone, and what is left follows. */
export type ChainPlace = { seq: bigint; hash: Uint8Array };

export const chainStart: ChainPlace = { seq: 0n, hash: new Uint8Array(32) };

/**
 * Proves a chain, links in order, from its first on or from a checkpoint. Returns the first fault, or
 * `null` when every link hashes what it says, follows the one before, and every subject that is still
 * there is the one that was recorded. An erased subject is no fault.
 */
export function verifyChain(
  links: readonly ChainLink[],
  from: ChainPlace = chainStart,
): ChainFault | null {
  let previous = from.hash;
  for (const [index, link] of links.entries()) {
    const { organisationId, seq } = link;
    const fault = (what: ChainFault['what']) => ({ organisationId, seq, what });
    if (seq !== from.seq + BigInt(index + 1)) return fault('gap');
    if (!equal(link.previousHash, previous)) return fault('link');
    if (!equal(link.hash, digest(link.previousHash, link.text))) return fault('hash');
    const { subject } = link;
    if (subject && !equal(link.subjectDigest, digest(subject.salt, subject.says)))
      return fault('subject');
    previous = link.hash;
  }
  return null;
}

function digest(before: Uint8Array, text: string): Uint8Array {
  return createHash('sha256').update(before).update(text).digest();
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
