import type { Content } from './content.ts';

/** A message as text: one paragraph after another. */
export function textOf({ greeting, lines, action, unexpected, sender }: Content): string {
  const link = action ? [`${action.label}:\n${action.href}`] : [];
  return `${[greeting, ...lines, ...link, unexpected, sender].join('\n\n')}\n`;
}
