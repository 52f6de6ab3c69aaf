import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChainLink, verifyChain } from './chain.ts';

const organisationId = '5f0c5f3c-8f39-4c8e-a2a5-000000000001';
const sha256 = (...parts: (string | Uint8Array)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

type Content = { text: string; personId: string; attemptId: string; salt: Uint8Array };

/** A sound chain, made as migration 0003 makes one. */
function forge(contents: Content[]): ChainLink[] {
  let previousHash: Uint8Array = new Uint8Array(32);
  return contents.map(({ text, salt, personId, attemptId }, index) => {
    const hash = sha256(previousHash, text);
    const link = {
      organisationId,
      seq: BigInt(index + 1),
      text,
      previousHash,
      hash,
      subject: { salt, says: `${personId}\n${attemptId}` },
      subjectDigest: sha256(salt, `${personId}\n${attemptId}`),
    };
    previousHash = hash;
    return link;
  });
}

const content = fc.record({
  text: fc.string({ unit: 'grapheme', minLength: 1 }),
  personId: fc.uuid(),
  attemptId: fc.uuid(),
  salt: fc.uint8Array({ minLength: 16, maxLength: 32 }),
});
const chain = fc.array(content, { minLength: 1, maxLength: 12 }).map(forge);
const chainAndPlace = chain.chain((links) =>
  fc.record({ links: fc.constant(links), at: fc.nat({ max: links.length - 1 }) }),
);

function changed(links: ChainLink[], at: number, change: (link: ChainLink) => Partial<ChainLink>) {
  return links.map((link, index) => (index === at ? { ...link, ...change(link) } : link));
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const index = Math.floor(bit / 8) % copy.length;
  copy[index] = (copy[index] ?? 0) ^ (1 << (bit % 8));
  return copy;
}

test('an empty chain is sound', () => {
  expect(verifyChain([])).toBeNull();
});

test('every chain made by the rule is sound, however many subjects are erased', () => {
  fc.assert(
    fc.property(chain, fc.infiniteStream(fc.boolean()), (links, erased) => {
      const after = links.map((link) => (erased.next().value ? { ...link, subject: null } : link));
      expect(verifyChain(after)).toBeNull();
    }),
  );
});

test('a text that was changed is found at its link', () => {
  fc.assert(
    fc.property(chainAndPlace, fc.string({ minLength: 1 }), ({ links, at }, more) => {
      const bad = changed(links, at, ({ text }) => ({ text: text + more }));
      expect(verifyChain(bad)).toEqual({ organisationId, seq: BigInt(at + 1), what: 'hash' });
    }),
  );
});

test('one bit of a hash that was changed is found at its link', () => {
  fc.assert(
    fc.property(chainAndPlace, fc.nat({ max: 255 }), ({ links, at }, bit) => {
      const badHash = changed(links, at, ({ hash }) => ({ hash: flipped(hash, bit) }));
      expect(verifyChain(badHash)).toMatchObject({ seq: BigInt(at + 1), what: 'hash' });
      const badLink = changed(links, at, (link) => ({
        previousHash: flipped(link.previousHash, bit),
      }));
      expect(verifyChain(badLink)).toMatchObject({ seq: BigInt(at + 1), what: 'link' });
    }),
  );
});

test('a text changed together with its own hash is found at the next link', () => {
  fc.assert(
    fc.property(chainAndPlace, ({ links, at }) => {
      fc.pre(at < links.length - 1);
      const bad = changed(links, at, ({ previousHash }) => ({
        text: 'another',
        hash: sha256(previousHash, 'another'),
      }));
      fc.pre(links[at]?.text !== 'another');
      expect(verifyChain(bad)).toMatchObject({ seq: BigInt(at + 2), what: 'link' });
    }),
  );
});

test('a subject that is somebody else is found at its link', () => {
  fc.assert(
    fc.property(chainAndPlace, fc.uuid(), ({ links, at }, other) => {
      const bad = changed(links, at, ({ subject }) => ({
        subject: subject && { ...subject, says: `${other}\n${subject.says}` },
      }));
      expect(verifyChain(bad)).toMatchObject({ seq: BigInt(at + 1), what: 'subject' });
    }),
  );
});

test('a link taken out of the middle is found where the next one stands', () => {
  fc.assert(
    fc.property(chainAndPlace, ({ links, at }) => {
      fc.pre(at < links.length - 1);
      const bad = links.filter((_link, index) => index !== at);
      expect(verifyChain(bad)).toMatchObject({ seq: BigInt(at + 2), what: 'gap' });
    }),
  );
});

test('two links that changed places are found', () => {
  fc.assert(
    fc.property(chainAndPlace, ({ links, at }) => {
      fc.pre(at < links.length - 1);
      const bad = [...links];
      [bad[at], bad[at + 1]] = [links[at + 1] as ChainLink, links[at] as ChainLink];
      expect(verifyChain(bad)).toMatchObject({ what: 'gap' });
    }),
  );
});

test('a chain that starts anew in the middle is found', () => {
  const links = forge(
    Array.from({ length: 4 }, (_none, index) => ({
      text: `link ${index}`,
      personId: 'p',
      attemptId: 'a',
      salt: new Uint8Array(16),
    })),
  );
  const bad = changed(links, 2, ({ text }) => ({
    previousHash: new Uint8Array(32),
    hash: sha256(new Uint8Array(32), text),
  }));
  expect(verifyChain(bad)).toMatchObject({ seq: 3n, what: 'link' });
});

test('what is left of a sound chain is sound from a checkpoint, and from no other place', () => {
  fc.assert(
    fc.property(chainAndPlace, fc.nat({ max: 255 }), ({ links, at }, bit) => {
      const rest = links.slice(at + 1);
      const { seq, hash } = links[at] as ChainLink;
      expect(verifyChain(rest, { seq, hash })).toBeNull();
      fc.pre(rest.length > 0);
      const first = { organisationId, seq: seq + 1n };
      expect(verifyChain(rest)).toEqual({ ...first, what: 'gap' });
      expect(verifyChain(rest, { seq: seq - 1n, hash })).toEqual({ ...first, what: 'gap' });
      expect(verifyChain(rest, { seq, hash: flipped(hash, bit) })).toEqual({
        ...first,
        what: 'link',
      });
    }),
  );
});
