/** A sheet on its side, in millimetres. */
export type Paper = { width: number; height: number };

export const papers: readonly [Paper, ...Paper[]] = [
  { width: 297, height: 210 },
  { width: 420, height: 297 },
  { width: 594, height: 420 },
  { width: 841, height: 594 },
  { width: 1189, height: 841 },
];

/** Most printers reach this close to the edge. */
export const paperMargin = 7;

/** How many millimetres a unit may have, for a picture of this size to fit on a sheet. */
export function scaleOn(paper: Paper, { width, height }: { width: number; height: number }) {
  return Math.min(
    (paper.width - 2 * paperMargin) / width,
    (paper.height - 2 * paperMargin) / height,
  );
}
