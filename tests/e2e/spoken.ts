import type { Locator } from '@playwright/test';

/** A node of the accessibility tree, as Playwright reads it. */
export type Heard = {
  role: string;
  name?: string;
  text?: string;
  level?: number;
  checked?: boolean;
  disabled?: boolean;
  children?: Heard[];
};

/** What is read out as a part of the sentence that it stands in. */
const phrases = ['text', 'strong', 'emphasis', 'code', 'time', 'mark', 'insertion', 'deletion'];
/** What is named by its kind in the middle of a sentence. */
const parts = ['link', 'button', 'img'];
/** What a screen reader passes over in silence on the way to what is inside. */
const silent = [
  'main',
  'paragraph',
  'article',
  'form',
  'generic',
  'figure',
  'blockquote',
  'rowgroup',
  'status',
];

type Raw = string | (Omit<Heard, 'children'> & { children?: Raw[] });

export async function hear(part: Locator): Promise<Heard[]> {
  const nodes: unknown = await part.ariaSnapshotJSON();
  return (nodes as Raw[]).map(withTextNodes);
}

function withTextNodes(raw: Raw): Heard {
  if (typeof raw === 'string') return { role: 'text', text: raw };
  return { ...raw, children: raw.children?.map(withTextNodes) };
}

/** What a screen reader says, in order, a line for each time it draws breath. */
export function speak(nodes: Heard[]): string[] {
  const lines: string[] = [];
  let sentence: Heard[] = [];
  const finish = () => {
    if (sentence.length > 0) lines.push(join(sentence));
    sentence = [];
  };
  for (const [index, node] of nodes.entries()) {
    if (isLabelOf(node, nodes[index - 1]) || isLabelOf(node, nodes[index + 1])) continue;
    if (phrases.includes(node.role) || (node.role === 'link' && sentence.length > 0))
      sentence.push(node);
    else {
      finish();
      lines.push(...speakBlock(node));
    }
  }
  finish();
  return lines;
}

export function pictures(nodes: Heard[]): Heard[] {
  return nodes.flatMap((node) => [
    ...(node.role === 'img' ? [node] : []),
    ...pictures(node.children ?? []),
  ]);
}

function speakBlock(node: Heard): string[] {
  const { role, text = '', children = [] } = node;
  const inside = () => [...(text ? [text] : []), ...speak(children)];
  if (role === 'list') return speakList(node);
  if (role === 'paragraph' && children.some(({ role }) => phrases.includes(role)))
    return [join(children)];
  if (role === 'row') return [`Row: ${children.map(wordsOf).join(' | ')}`];
  if (silent.includes(role)) return inside();
  const more = speak(children.filter((child) => !isLabelOf(child, node)));
  return [announce(node), ...more.map((line) => `  ${line}`)];
}

function announce({ role, text, name = text, level, checked, disabled }: Heard): string {
  const isBox = role === 'checkbox' || role === 'radio';
  const kind = kindOf(role);
  const said = [
    kind.charAt(0).toUpperCase() + kind.slice(1),
    level === undefined ? '' : ` ${level}`,
    isBox ? `, ${checked ? '' : 'not '}ticked` : '',
    disabled ? ', unavailable' : '',
    name ? `: ${name}` : '',
  ];
  return said.join('');
}

function kindOf(role: string): string {
  return role === 'img' ? 'picture' : role;
}

function speakList({ name, children = [] }: Heard): string[] {
  const items = children.flatMap(({ text = '', children: inner = [] }, index) => {
    const [first = '', ...rest] = text ? [text] : speak(inner);
    return [`  ${index + 1} of ${children.length}: ${first}`, ...rest.map((line) => `    ${line}`)];
  });
  return [`List of ${children.length}${name ? `: ${name}` : ''}`, ...items];
}

/** A label that is read with its control is not read again. */
function isLabelOf({ role, text }: Heard, beside: Heard | undefined): boolean {
  return role === 'text' && beside !== undefined && text === beside.name;
}

/** Words in one line. White space is lost on the way here; before a comma there is none. */
function join(nodes: Heard[]): string {
  return nodes
    .map((node) => (parts.includes(node.role) ? `${kindOf(node.role)}, ` : '') + wordsOf(node))
    .join(' ')
    .replace(/ ([,.;:!?)])/g, '$1');
}

function wordsOf({ role, name = '', text, children = [] }: Heard): string {
  if (parts.includes(role)) return name;
  return text ?? (children.length > 0 ? join(children) : name);
}
