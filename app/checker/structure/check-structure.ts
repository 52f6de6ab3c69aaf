import { listStates } from '#scenarios/kit/graph.ts';
import { ratings } from '#scenarios/kit/vocabulary.ts';
import { isDecision, type Leaf } from '../compile.ts';
import { leafOf, mostConfigs } from '../explore.ts';
import type { Prover } from '../prover.ts';
import { leadingTo, pathTo } from '../search.ts';
import { checkComingBack } from './check-coming-back.ts';
import { checkMarkers } from './check-markers.ts';
import { findLoops } from './loops.ts';

/**
 * Whether a scenario can be played to an end whatever is chosen, guards included. Adds findings; when
 * it is too large to be walked whole, says so and nothing more. Source: design section 4.
 */
export function checkStructure(prover: Prover) {
  if (!prover.exploration.whole) return reportSize(prover);
  checkReached(prover);
  checkEnds(prover);
  checkOpenChoices(prover);
  checkTags(prover);
  checkUnusedSteps(prover);
  checkRatings(prover);
  checkLoops(prover);
  checkComingBack(prover);
  checkMarkers(prover);
}

function checkLoops(prover: Prover) {
  for (const leaf of findLoops(prover.exploration))
    prover.reportAt(
      'loop',
      leaf,
      pathTo(prover.exploration, (config) => leafOf(prover.exploration, config) === leaf) ?? [],
      `"${leaf.path}" comes round again without anything to choose. Lead it on, or put a decision into the round.`,
    );
}

function reportSize(prover: Prover) {
  const { leaf } = prover.exploration.configs[0] as { leaf: Leaf };
  prover.reportAt(
    'bounded',
    leaf,
    [],
    `There are more than ${mostConfigs.toLocaleString('en-GB')} ways this scenario can stand, so nothing can be proved of it. Set flags back to false once nobody asks for them, or ask for fewer flags and meters.`,
  );
}

/** Where nobody ever comes, whatever they choose. States that are only passed through may be skipped. */
function checkReached(prover: Prover) {
  const { machine, configs } = prover.exploration;
  const reached = new Set(configs.map(({ leaf }) => leaf));
  for (const leaf of machine.leaves)
    if (leaf.scene && !reached.has(leaf))
      prover.reportAt(
        'reachable',
        leaf,
        [],
        `Nobody can come to "${leaf.path}", whatever they choose. Lead a choice to it, loosen a guard, or take it out.`,
      );
}

function checkEnds(prover: Prover) {
  const { configs } = prover.exploration;
  const saved = leadingTo(
    prover.exploration,
    (config) => leafOf(prover.exploration, config).isFinal,
  );
  const reported = new Set<Leaf>();
  for (const [config, { leaf }] of configs.entries()) {
    if (saved.has(config) || reported.has(leaf)) continue;
    reported.add(leaf);
    const trail = pathTo(prover.exploration, (candidate) => candidate === config) ?? [];
    prover.reportAt(
      'dead-end',
      leaf,
      trail,
      `On this path no ending can be reached from "${leaf.path}" any more. Open a way on.`,
    );
  }
}

function checkOpenChoices(prover: Prover) {
  const { configs, edges } = prover.exploration;
  const reported = new Set<Leaf>();
  for (const [config, { leaf }] of configs.entries()) {
    const open = edges[config]?.length ?? 0;
    if (!isDecision(leaf) || open !== 1 || reported.has(leaf)) continue;
    reported.add(leaf);
    const trail = pathTo(prover.exploration, (candidate) => candidate === config) ?? [];
    prover.reportAt(
      'choices',
      leaf,
      trail,
      `On this path only one choice is open in "${leaf.path}". A decision offers 2 to 4.`,
    );
  }
}

/** A state without a scene is passed through: nobody enters it, so no rule would see its tags. */
function checkTags(prover: Prover) {
  const leaves = new Map(prover.exploration.machine.leaves.map((leaf) => [leaf.path, leaf]));
  for (const { path, config } of listStates(prover.definition)) {
    const leaf = leaves.get(path);
    if (leaf && !leaf.scene && config.tags?.length)
      prover.reportAt(
        'unseen-tag',
        leaf,
        [],
        `Nobody ever stands in "${path}", so its tags are never met. Put them on the scenes it leads to.`,
      );
  }
}

/** Half a dead choice: a way that no path takes, because a guard is never true or another goes first. */
function checkUnusedSteps(prover: Prover) {
  const { machine, configs, edges } = prover.exploration;
  const used = new Set(edges.flat().map(({ step }) => step));
  const reached = new Set(configs.map(({ leaf }) => leaf));
  for (const leaf of machine.leaves.filter((candidate) => reached.has(candidate)))
    for (const { event, steps } of leaf.choices)
      for (const step of steps.filter((candidate) => !used.has(candidate)))
        prover.warnAt(
          'never-taken',
          leaf,
          event,
          `Nobody can take the way from "${leaf.path}" to "${machine.leaves[step.to]?.path}" by "${event}": its guard never holds there. Change the guard, or take the way out.`,
        );
}

/** Where the player is the young person harmed, no rating is shown and none needs to be reached (SEQ-22). */
function checkRatings(prover: Prover) {
  if (prover.definition.playerIsHarmed) return;
  const { configs } = prover.exploration;
  const reached = new Set(
    configs.flatMap(({ leaf }) => (leaf.scene?.kind === 'ending' ? leaf.scene.rating : [])),
  );
  for (const rating of ratings.filter((candidate) => !reached.has(candidate)))
    prover.reportAt(
      'rating',
      null,
      [],
      `No path ends "${rating}". A scenario shows all three: ${ratings.join(', ')}.`,
    );
}
