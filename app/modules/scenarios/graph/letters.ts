/**
 * How wide words are, without a browser to ask: in parts of the letter size, a little more than the
 * faces in use need, so that nothing leaves its box.
 */
const widths: [RegExp, number][] = [
  [/[\p{M}\u200b-\u200f\u2066-\u2069]/u, 0],
  [/[ijlI.,;:'’‘|!()[\]]/u, 0.33],
  [/[frt"“”\-/ ]/u, 0.42],
  [/[mMwW@%…—]/u, 0.95],
  [/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]|\p{Extended_Pictographic}/u, 1.1],
  [/\p{Lu}/u, 0.72],
  [/./su, 0.59],
];
const heavier = 1.07;

type Face = { size: number; isBold?: boolean };

export function widthOf(text: string, { size, isBold = false }: Face): number {
  const parts = [...text].reduce(
    (sum, letter) => sum + (widths.find(([letters]) => letters.test(letter))?.[1] ?? 1),
    0,
  );
  return parts * size * (isBold ? heavier : 1);
}

/** Words in lines that fit; a word that is too long for a line is broken. Ends with “…” where lines run out. */
export function wrap(text: string, face: Face, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .trim()
    .split(/\s+/u)
    .flatMap((one) => pieces(one, face, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer, face) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortened(lines[most - 1] ?? '', face, width)];
}

function shortened(line: string, face: Face, width: number): string {
  const letters = [...line];
  while (letters.length > 0 && widthOf(`${letters.join('')}…`, face) > width) letters.pop();
  return `${letters.join('').replace(/[\s.,;:]+$/u, '')}…`;
}

function pieces(word: string, face: Face, width: number): string[] {
  if (widthOf(word, face) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && widthOf(piece + letter, face) > width) {
      found.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...found, piece];
}
