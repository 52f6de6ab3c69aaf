import type { Paper } from './paper.ts';

const ink = '#111';
const tones = {
  ink: { line: ink, soft: '#fff' },
  soft: { line: '#444', soft: '#fff' },
  good: { line: '#14532b', soft: '#e9f4ec' },
  care: { line: '#6b3a00', soft: '#fbf0dc' },
  grave: { line: '#7a1826', soft: '#f7dfdf' },
};

/** Colours for paper: dark lines on white, so that they can be told from it without colour too. */
export function printStyle({ width, height }: Paper): string {
  const marks = Object.entries(tones).flatMap(([tone, { line, soft }]) => [
    `.graph-line-${tone}{fill:none;stroke:${line};stroke-linecap:round;stroke-linejoin:round}`,
    `.graph-ink-${tone}{fill:${line}}`,
    `.graph-box-${tone}{fill:${soft};stroke:${line}}`,
  ]);
  return [
    `@page{size:${width}mm ${height}mm;margin:0}`,
    'text{font-family:"Atkinson Hyperlegible Next",Arial,"Liberation Sans",Helvetica,sans-serif;unicode-bidi:plaintext}',
    '.graph-paper{fill:#fff}',
    '.graph-frame{fill:#f4f4f1;stroke:#555}',
    `.graph-box{fill:#fff;stroke:${ink}}`,
    `.graph-ink{fill:${ink}}`,
    '.graph-soft{fill:#444}',
    '.graph-rule{fill:none;stroke:#bbb}',
    '.graph-line{fill:none;stroke:#555}',
    '.graph-line-head{fill:#555}',
    `.graph-path{fill:none;stroke:${ink}}`,
    `.graph-path-head{fill:${ink}}`,
    '.graph-path-case{fill:none;stroke:#fff}',
    `.graph-step{fill:${ink};stroke:#fff}`,
    '.graph-step-number{fill:#fff}',
    ...marks,
  ].join('');
}
