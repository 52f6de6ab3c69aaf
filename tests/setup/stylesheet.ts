export type Declaration = {
  /** The at-rules and selectors around it, outermost first. */
  within: string[];
  property: string;
  value: string;
  line: number;
};

/** Reads what a stylesheet declares: as much of CSS as our own files use. */
export function readDeclarations(css: string): Declaration[] {
  const blank = (comment: string) => comment.replace(/[^\n]/g, ' ');
  const text = css.replace(/\/\*[\s\S]*?\*\//g, blank);
  const declarations: Declaration[] = [];
  const within: string[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(/"[^"]*"|'[^']*'|[{};]/g)) {
    if (mark.length > 1) continue;
    const part = text.slice(start, index);
    start = index + 1;
    if (mark === '{') within.push(inOneLine(part));
    const [property, ...value] = part.split(':');
    if (mark !== '{' && within.length > 0 && property?.trim())
      declarations.push({
        within: [...within],
        property: property.trim(),
        value: inOneLine(value.join(':')),
        line: text.slice(0, index).trimEnd().split('\n').length,
      });
    if (mark === '}') within.pop();
  }
  return declarations;
}

function inOneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
