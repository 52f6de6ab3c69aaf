import { drawingOf, inWords } from './drawing.ts';
import type { Move } from './highlight.ts';
import type { Layout } from './layout.ts';
import type { Graph } from './model.ts';
import { paperMargin, scaleOn } from './paper.ts';
import { printStyle } from './print-style.ts';
import { rounded, type Shape } from './shapes.ts';
import type { Terms } from './terms.ts';

type SvgOptions = { say: Terms; locale: string; highlight?: readonly Move[] };

/** The picture as a file of its own, as large as the sheet it is to be printed on. */
export function svgOf(
  layout: Layout,
  graph: Graph,
  { say, locale, highlight = [] }: SvgOptions,
): string {
  const drawing = drawingOf(layout, graph, say, highlight);
  const { title, description } = inWords(graph, say);
  const { paper } = layout;
  const scale = scaleOn(paper, drawing);
  const [width, height] = [paper.width / scale, paper.height / scale].map(rounded);
  const left = rounded((drawing.width - (width ?? 0)) / 2);
  const top = rounded(-paperMargin / scale);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${paper.width}mm" height="${paper.height}mm" viewBox="${left} ${top} ${width} ${height}" role="img" aria-labelledby="title description" xml:lang="${escaped(locale)}">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<style>${printStyle(paper)}</style>`,
    `<rect class="graph-paper" x="${left}" y="${top}" width="${width}" height="${height}"/>`,
    ...drawing.shapes.map(written),
    '</svg>\n',
  ].join('\n');
}

function written({ tag, look, at, text }: Shape): string {
  const attributes = Object.entries({ class: `graph-${look}`, ...at })
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
  return text === undefined
    ? `<${tag}${attributes}/>`
    : `<${tag}${attributes}>${escaped(text)}</${tag}>`;
}

/** Names and texts may hold anything: also what no XML file may, such as control letters. */
function escaped(text: string): string {
  return (
    text
      .replace(/[\ud800-\udfff]/gu, '\ufffd')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/'/g, '&#39;')
  );
}
