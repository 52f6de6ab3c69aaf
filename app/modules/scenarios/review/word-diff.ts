/** A piece of a text, and whether it stands in both texts or in one of them. */
export type Piece = { in: 'both' | 'before' | 'after'; text: string };

/**
 * What became of a text, word by word: the pieces that are not new make the text from before, those
 * that are not gone make the text after. In: two texts and their language. Pure.
 */
export function wordDiff(before: string, after: string, locale: string): Piece[] {
  const a = wordsOf(before, locale);
  const b = wordsOf(after, locale);
  const kept = keptOf(a, b);
  const pieces: Piece[] = [];
  const add = (where: Piece['in'], words: string[]) => {
    const text = words.join('');
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.in === where) last.text += text;
    else pieces.push({ in: where, text });
  };
  let [atA, atB] = [0, 0];
  for (const [inA, inB] of [...kept, [a.length, b.length] as const]) {
    add('before', a.slice(atA, inA));
    add('after', b.slice(atB, inB));
    add('both', a.slice(inA, inA + 1));
    [atA, atB] = [inA + 1, inB + 1];
  }
  return bridged(pieces);
}

/** Words, and what stands between them; also where a script writes them without spaces. */
function wordsOf(text: string, locale: string): string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** The longest common subsequence of two lists, as places in both. */
function keptOf(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      (lengths[i] as Uint16Array)[j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const kept: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length)
    if (a[i] === b[j]) kept.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  return kept;
}

/**
 * Spaces and signs that two changes have in common are no reason to part them: a sentence that was
 * rewritten reads as one that went and one that came, and not as single words in turn.
 */
function bridged(pieces: Piece[]): Piece[] {
  const runs: Piece[][] = [];
  for (const [index, piece] of pieces.entries()) {
    const isPart = piece.in !== 'both' || isThinBetween(pieces, index);
    const run = runs.at(-1);
    if (isPart && run && run[0]?.in !== 'both') run.push(piece);
    else runs.push([piece]);
  }
  return runs.flatMap((run) => {
    const side = (where: 'before' | 'after') =>
      run.map((piece) => (piece.in === where || piece.in === 'both' ? piece.text : '')).join('');
    const isExchange = ['before', 'after'].every((where) => run.some((one) => one.in === where));
    if (!isExchange) return run;
    return [
      { in: 'before' as const, text: side('before') },
      { in: 'after' as const, text: side('after') },
    ];
  });
}

function isThinBetween(pieces: Piece[], index: number): boolean {
  const piece = pieces[index];
  return index < pieces.length - 1 && !/[\p{L}\p{N}]/u.test(piece?.text ?? '');
}
