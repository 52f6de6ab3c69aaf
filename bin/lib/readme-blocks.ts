/** A fenced block of JSON in a page, with what its first line says after `json`, and its section. */
export type ReadmeBlock = { is: string; section: string; text: string };

/** The blocks of JSON of a page, in order. */
export function blocksOf(page: string): ReadmeBlock[] {
  const blocks: ReadmeBlock[] = [];
  let section = '';
  let open: ReadmeBlock | null = null;
  for (const line of page.split('\n')) {
    if (open && line === '```') {
      blocks.push(open);
      open = null;
    } else if (open) open.text += `${line}\n`;
    else if (line.startsWith('```json ')) open = { is: line.slice(8), section, text: '' };
    else if (/^#+ /.test(line)) section = line.replace(/^#+ /, '');
  }
  return blocks;
}

/** The files of the complete example, by their names. */
export function exampleFiles(page: string): Map<string, string> {
  const files = blocksOf(page).filter(({ is }) => is.endsWith('.json'));
  return new Map(files.map(({ is, text }) => [is, text]));
}
