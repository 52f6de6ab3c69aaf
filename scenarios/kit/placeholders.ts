import { type ContactField, type ContactSlot, contactFields, contactSlots } from './vocabulary.ts';

export type Placeholder = { slot: ContactSlot; field: ContactField };
export type Segment = string | Placeholder;

const pattern = /\{\{([^{}]*)\}\}/g;

/** The contact a placeholder's inside names (`dsl.name`), or `null` when there is no such contact. */
export function parsePlaceholder(inside: string): Placeholder | null {
  const [slot = '', field = '', ...rest] = inside.trim().split('.');
  if (rest.length > 0 || !Object.hasOwn(contactSlots, slot)) return null;
  const known = contactFields.find((candidate) => candidate === field);
  return known ? { slot: slot as ContactSlot, field: known } : null;
}

/** The insides of all placeholders of a text, in order: `["dsl.name"]`. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(pattern)].map((match) => (match[1] ?? '').trim());
}

/** Whether double brackets are left over when all placeholders are taken out of a text. */
export function hasStrayBrackets(text: string): boolean {
  return /\{\{|\}\}/.test(text.replaceAll(pattern, ''));
}

/**
 * A text as parts: plain strings, and the contacts it names. Contacts stay apart from the words, so
 * that a page can make telephone links and isolate names of another writing direction. An unknown
 * placeholder stays as it is written; the checker reports it.
 */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const placeholder = parsePlaceholder(match[1] ?? '');
    if (!placeholder) continue;
    if (match.index > end) segments.push(text.slice(end, match.index));
    segments.push(placeholder);
    end = match.index + match[0].length;
  }
  if (end < text.length) segments.push(text.slice(end));
  return segments;
}
