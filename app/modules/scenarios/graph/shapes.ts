/**
 * A picture as a list of shapes: written out as a file, or rendered by a component. `look` names the
 * colours, which differ between screen and paper; everything else stands in `at`.
 */
export type Shape = {
  tag: 'rect' | 'path' | 'text';
  look: string;
  at: Record<string, string | number>;
  text?: string;
};

export type Drawing = { width: number; height: number; shapes: Shape[] };

type TextFace = { size: number; isBold?: boolean; anchor?: 'start' | 'middle' | 'end' };

/** Words whose middle is at a height. */
export function words(
  text: string,
  x: number,
  middle: number,
  look: string,
  { size, isBold = false, anchor = 'start' }: TextFace,
): Shape {
  return {
    tag: 'text',
    look,
    at: {
      x: rounded(x),
      y: rounded(middle + size * 0.35),
      'font-size': size,
      ...(isBold ? { 'font-weight': 700 } : {}),
      ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
    },
    text,
  };
}

type BoxFace = { radius?: number; stroke?: number; dash?: string };

export function box(
  look: string,
  [x, y, width, height]: [number, number, number, number],
  { radius = 0, stroke = 1, dash }: BoxFace = {},
): Shape {
  return {
    tag: 'rect',
    look,
    at: {
      x: rounded(x),
      y: rounded(y),
      width: rounded(width),
      height: rounded(height),
      ...(radius ? { rx: radius } : {}),
      'stroke-width': stroke,
      ...(dash ? { 'stroke-dasharray': dash } : {}),
    },
  };
}

export function line(look: string, d: string, width: number): Shape {
  return { tag: 'path', look, at: { d, 'stroke-width': width } };
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
