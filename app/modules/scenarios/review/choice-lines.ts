import type { ScriptEffect } from '#app/simulation/script-view.ts';
import type { Effect } from '#scenarios/kit/definition.ts';
import type { Scene } from '#scenarios/kit/scenes.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { GraphChoice, GraphEdge } from '../graph/model.ts';
import type { Line } from './line.ts';
import { effectOf } from './script-choice.ts';
import type { Teller } from './teller.ts';

type Around = {
  path: string;
  scene: Scene | undefined;
  titles: ReadonlyMap<string, string>;
  /** A choice by its words. */
  nameOf(event: string): string;
  teller: Teller;
};

/** What each part of a choice's effect is in the definition, and how it is told. */
const aspects = {
  quality: { of: (meta?: Effect) => meta?.quality, tell: ({ quality }) => quality?.word ?? '' },
  does: { of: (meta?: Effect) => meta?.does, tell: ({ does }) => does.join(' ') },
  follows: { of: (meta?: Effect) => meta?.follows, tell: ({ follows }) => namesOf(follows) },
  breaks: { of: (meta?: Effect) => meta?.breaks, tell: ({ breaks }) => namesOf(breaks) },
  repairs: { of: (meta?: Effect) => meta?.repairs, tell: ({ repairs }) => namesOf(repairs) },
} satisfies Record<string, { of(meta?: Effect): unknown; tell(effect: ScriptEffect): string }>;

/** Where a choice leads, what it does and what is remembered of it, as lines to compare. */
export function choiceLines({ event, label, ways }: GraphChoice, around: Around): Line[] {
  const { path, scene, titles, teller } = around;
  const { say } = teller;
  const choice = () => (event === null ? label : around.nameOf(event));
  const key = (what: string) => `choice ${event ?? 'always'} ${what}`;
  const perWay = (
    what: keyof typeof aspects | 'remembers',
    of: (way: GraphEdge) => unknown,
    tell: (effect: ScriptEffect) => string,
  ): Line => ({
    ...{ scene: path, key: key(what), value: printOf(ways, of) },
    label: () => say(`changes.story.${what}`, { choice: choice() }),
    text: () => textOf(ways, tell, teller),
  });
  const isScored = scene?.kind === 'spot' || scene?.kind === 'order';
  return [
    {
      ...{ scene: path, key: key('leads') },
      value: canonicalJson(ways.map(({ to, transition }) => [to, transition.guard ?? null])),
      label: () => say('changes.story.leads', { choice: choice() }),
      text: () =>
        ways
          .map(({ to, when }) => `${conditionOf(when, ways, teller)}${titles.get(to) ?? to}`)
          .join('; '),
    },
    ...(isScored ? [countsLine(path, key('counts'), label, teller)] : []),
    ...(Object.keys(aspects) as (keyof typeof aspects)[]).map((what) =>
      perWay(what, ({ transition: { meta } }) => aspects[what].of(meta), aspects[what].tell),
    ),
    perWay(
      'remembers',
      ({ transition }) => transition.actions,
      ({ remembers }) => remembers.join('; '),
    ),
  ];
}

function countsLine(scene: string, key: string, label: string, { say }: Teller): Line {
  return {
    ...{ scene, key, value: label },
    label: () => say('changes.story.counts'),
    text: () => label,
  };
}

/** The same on every way is the same however many there are. */
function printOf(ways: readonly GraphEdge[], of: (way: GraphEdge) => unknown): string {
  const values = ways.map((way) => canonicalJson(of(way) ?? null));
  return new Set(values).size === 1
    ? (values[0] ?? '')
    : canonicalJson(ways.map((way, index) => [way.transition.guard ?? null, values[index]]));
}

function textOf(
  ways: readonly GraphEdge[],
  tell: (effect: ScriptEffect) => string,
  teller: Teller,
): string {
  const told = ways.map((way) => tell(effectOf(way, teller)));
  if (new Set(told).size === 1) return told[0] ?? '';
  return ways
    .map(({ when }, index) => `${conditionOf(when, ways, teller)}${told[index] || '–'}`)
    .join('; ');
}

function conditionOf(when: string | null, ways: readonly GraphEdge[], { terms }: Teller): string {
  if (when !== null) return `${terms('if', { when })}: `;
  return ways.length > 1 ? `${terms('otherwise')}: ` : '';
}

function namesOf(rules: ScriptEffect['follows']): string {
  return rules.map(({ id, name }) => `${name} (${id})`).join(', ');
}
