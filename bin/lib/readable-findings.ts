import path from 'node:path';
import { styleText } from 'node:util';
import type { Finding } from '#scenarios/kit/findings.ts';
import { shorten } from '#scenarios/kit/shorten.ts';

type Counts = { read: number; folders: number; isTerminal: boolean };
type Style = Parameters<typeof styleText>[0];

const colours = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

/** Findings for people: worst first in each scenario, each with its place, its path and its source. */
export function readable(
  findings: readonly Finding[],
  { read, folders, isTerminal }: Counts,
): string {
  const paint = (style: Style, text: string) => (isTerminal ? styleText(style, text) : text);
  const blocks = sorted(findings).map((finding) => entryOf(finding, paint));
  const count = (severity: Finding['severity'], one: string, many: string) => {
    const { length } = findings.filter((finding) => finding.severity === severity);
    return `${length} ${length === 1 ? one : many}`;
  };
  const total = [
    `${read} of ${folders} ${folders === 1 ? 'scenario' : 'scenarios'} read`,
    count('error', 'error', 'errors'),
    count('warning', 'warning', 'warnings'),
    count('info', 'note', 'notes'),
  ].join(', ');
  return `${[...blocks, `${total}.`].join('\n')}\n`;
}

function sorted(findings: readonly Finding[]): Finding[] {
  const order = Object.keys(colours);
  return findings.toSorted(
    (a, b) =>
      compare(a.scenario, b.scenario) || order.indexOf(a.severity) - order.indexOf(b.severity),
  );
}

/** Words of a file or a name as a terminal may show them: nothing in them can steer it. */
function seen(text: string): string {
  return text.replaceAll(/\s/g, ' ').replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function entryOf(finding: Finding, paint: (style: Style, text: string) => string): string {
  const { severity, scenario, file, state, key, rule, message, source, path: clicks } = finding;
  const place = [path.posix.join(scenario, file), state, key]
    .flatMap((part) => (part ? shorten(part) : []))
    .join('  ');
  const more = [
    ...(clicks.length > 0 ? [`Path: ${clicks.join(' → ')}`] : []),
    ...(severity === 'info' ? [] : [`Source: ${source}`]),
  ];
  return [
    `${paint(colours[severity], severity.padEnd(8))} ${paint('bold', seen(place))}  [${rule}]`,
    `         ${seen(message)}`,
    ...more.map((line) => `         ${paint('dim', seen(line))}`),
  ].join('\n');
}
