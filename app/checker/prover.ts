import type { Definition } from '#scenarios/kit/definition.ts';
import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { citeRule, ruleIds } from '#scenarios/rules/rules.ts';
import type { Leaf } from './compile.ts';
import { examplesIn } from './examples.ts';
import { type Config, type Edge, type Exploration, explore, leafOf } from './explore.ts';
import { minimise } from './minimise.ts';
import { labelsOf, type Move, movesOf } from './moves.ts';
import { pathTo } from './search.ts';

/** A finding, and its path by ids where it has one, for a drawing to mark. */
export type Proof = { finding: Finding; moves: Move[] };

/** Everything the proofs of one scenario share: what can happen in it, and how to report. */
export type Prover = {
  definition: Definition;
  exploration: Exploration;
  /** Whether a configuration shows words marked as an example of blaming. */
  shows(config: number): boolean;
  proofs: Proof[];
  /** An error at the choice that broke a rule, with the whole path that ends too well. */
  report(rule: string, at: Edge, trail: Edge[], message: string): void;
  /** An error in a state, with the path that leads there; without a state, in the whole scenario. */
  reportAt(rule: string, at: Leaf | null, trail: Edge[], message: string): void;
  /** A warning at a choice, with the shortest path there. */
  warn(rule: string, at: Edge, message: string, source?: string): void;
  /** A warning about a choice that no path takes. */
  warnAt(rule: string, at: Leaf, event: string, message: string): void;
  inform(rule: string, message: string, at?: Leaf, event?: string): void;
};

/** Explores a scenario and collects what is found. Throws as `compile`. */
export function proverOf(source: ScenarioSource): Prover {
  const { definition } = source;
  const words = source.words[0]?.words;
  const examples = examplesIn(source);
  const explored = explore(definition, { asked: ({ path }) => examples.guards(path) });
  const shows = ({ leaf, remembered }: Config) => examples.shows(leaf, remembered);
  const exploration = explored.whole ? minimise(explored, shows) : explored;
  const proofs: Proof[] = [];
  const add = (draft: Partial<Finding> & Pick<Finding, 'rule' | 'message'>, trail: Edge[]) => {
    const finder = findingsFor(definition.id, 'machine.json');
    const source = ruleIds.has(draft.rule) ? { source: citeRule(draft.rule).source } : {};
    finder.add({ ...source, path: labelsOf(exploration, trail, words), ...draft });
    for (const finding of finder.found)
      proofs.push({ finding, moves: movesOf(exploration, trail) });
  };
  const choiceAt = (edge: Edge) => ({
    state: leafOf(exploration, edge.from).path,
    key: edge.step.event,
  });
  return {
    definition,
    exploration,
    proofs,
    shows: (config) => shows(exploration.configs[config] as Config),
    report: (rule, at, trail, message) => add({ rule, message, ...choiceAt(at) }, trail),
    reportAt: (rule, at, trail, message) => add({ rule, message, state: at?.path ?? null }, trail),
    warn: (rule, at, message, source) => {
      const before = pathTo(exploration, (config) => config === at.from) ?? [];
      const cited = source ? { source: citeRule(source).source } : {};
      add({ rule, message, severity: 'warning', ...cited, ...choiceAt(at) }, [...before, at]);
    },
    warnAt: (rule, at, event, message) =>
      add({ rule, message, severity: 'warning', state: at.path, key: event }, []),
    inform: (rule, message, at, event) =>
      add({ rule, message, severity: 'info', state: at?.path ?? null, key: event ?? null }, []),
  };
}
