import { type Box, boxWidth } from './boxes.ts';
import type { GraphChapter } from './model.ts';

const gap = 12;
const headingHeight = 19;
const chapterPadding = 6;

export type PlacedBox = Box & { column: number; x: number; y: number };
/** The frame around the scenes of a chapter in one column; where it began in another, it goes on. */
export type Frame = {
  chapter: GraphChapter;
  goesOn: boolean;
  depth: number;
  column: number;
  x: number;
  y: number;
  width: number;
  height: number;
};
export type Columns = { boxes: PlacedBox[]; frames: Frame[]; count: number; height: number };

/** The lowest columns, at most so many, that hold every scene in order. */
export function columnsOf(boxes: Box[], chapters: GraphChapter[], most: number): Columns {
  let low = Math.max(...boxes.map(({ height }) => height), 0);
  let high = fill(boxes, chapters, Number.POSITIVE_INFINITY).height;
  while (high - low > 1) {
    const middle = (low + high) / 2;
    const tried = fill(boxes, chapters, middle);
    if (tried.count <= most && tried.height <= middle) high = middle;
    else low = middle;
  }
  return fill(boxes, chapters, high);
}

function fill(boxes: Box[], chapters: GraphChapter[], most: number): Columns {
  const above = ancestors(chapters);
  const begun = new Set<string>();
  const placed: PlacedBox[] = [];
  const frames: Frame[] = [];
  let open: Frame[] = [];
  let column = 0;
  let y = 0;
  let height = 0;

  const close = (kept: number) => {
    for (const frame of open.splice(kept).reverse()) {
      y += chapterPadding;
      frame.height = y - frame.y;
    }
  };
  const place = (box: Box) => {
    const around = above(box.node.chapter);
    const shared = open.filter((frame, depth) => frame.chapter === around[depth]).length;
    if (shared < open.length) close(shared);
    if (y > 0) y += gap;
    for (const [depth, chapter] of around.entries()) {
      if (depth < shared) continue;
      const frame = frameOf(chapter, depth, column, y, begun.has(chapter.path));
      begun.add(chapter.path);
      frames.push(frame);
      open.push(frame);
      y += headingHeight;
    }
    placed.push({ ...box, column, x: 0, y });
    y += box.height;
  };

  for (const box of boxes) {
    const around = above(box.node.chapter);
    const shared = open.filter((frame, depth) => frame.chapter === around[depth]).length;
    const headings = (around.length - shared) * headingHeight;
    const ends = Math.max(open.length, around.length) * chapterPadding * 2;
    if (y > 0 && y + gap + headings + box.height + ends > most) {
      close(0);
      height = Math.max(height, y);
      open = [];
      column += 1;
      y = 0;
    }
    place(box);
  }
  close(0);
  return { boxes: placed, frames, count: column + 1, height: Math.max(height, y) };
}

function frameOf(
  chapter: GraphChapter,
  depth: number,
  column: number,
  y: number,
  goesOn: boolean,
): Frame {
  return { chapter, goesOn, depth, column, x: 0, y, width: boxWidth, height: 0 };
}

function ancestors(chapters: GraphChapter[]) {
  const byPath = new Map(chapters.map((chapter) => [chapter.path, chapter]));
  const above = (path: string | null): GraphChapter[] => {
    const chapter = path === null ? undefined : byPath.get(path);
    return chapter ? [...above(chapter.parent), chapter] : [];
  };
  return above;
}
