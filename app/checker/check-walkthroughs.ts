import type { Definition } from '#scenarios/kit/definition.ts';
import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import { scoreAnswer } from '#scenarios/kit/score-answer.ts';
import type { Walkthrough } from '#scenarios/kit/walkthroughs.ts';
import { compile, type Leaf } from './compile.ts';
import { type Config, stepperOf } from './explore.ts';

/**
 * Plays the named play-throughs of a scenario and compares them with what they say: the scenes
 * passed, the ending and its rating. Every rating that a scenario has must be walked once, so that
 * a reviewer can read it. Findings, empty when all agree.
 */
export function checkWalkthroughs(definition: Definition, walkthroughs: Walkthrough[]): Finding[] {
  const finder = findingsFor(definition.id, 'walkthroughs.json');
  const machine = compile(definition);
  const stepper = stepperOf(machine, definition);
  for (const [index, walkthrough] of walkthroughs.entries()) {
    const problem = play(stepper, walkthrough);
    if (problem)
      finder.add({
        rule: 'walkthrough',
        key: String(index),
        state: problem.state,
        message: `“${walkthrough.name}” ${problem.message}`,
      });
  }
  reportUnwalked(machine.leaves, walkthroughs, finder);
  return finder.found;
}

type Problem = { state: string; message: string };

function play(stepper: ReturnType<typeof stepperOf>, walkthrough: Walkthrough): Problem | null {
  let at: Config = stepper.start;
  for (const [index, values] of walkthrough.choices.entries()) {
    const here = at.leaf.path;
    const said = walkthrough.passes[index];
    if (here !== said)
      return {
        state: here,
        message: `says that step ${index + 1} is in "${said}", but it is in "${here}".`,
      };
    const event = at.leaf.scene && scoreAnswer(at.leaf.scene, values);
    const step = stepper.open(at).find((candidate) => candidate.event === event);
    if (!step)
      return {
        state: here,
        message: `chooses "${values.join(', ')}" in "${here}", which is not open there.`,
      };
    at = stepper.take(at, step);
  }
  const { path, scene } = at.leaf;
  if (path !== walkthrough.ending || scene?.kind !== 'ending')
    return {
      state: path,
      message: `says that it ends in "${walkthrough.ending}", but it comes to "${path}".`,
    };
  if (scene.rating !== walkthrough.rating)
    return {
      state: path,
      message: `says "${walkthrough.rating}", but "${path}" is rated "${scene.rating}".`,
    };
  return null;
}

function reportUnwalked(
  leaves: Leaf[],
  walkthroughs: Walkthrough[],
  finder: ReturnType<typeof findingsFor>,
) {
  const walked = new Set(walkthroughs.map(({ rating }) => rating));
  const rated = new Set(
    leaves.flatMap(({ scene }) => (scene?.kind === 'ending' ? scene.rating : [])),
  );
  for (const rating of [...rated].filter((candidate) => !walked.has(candidate)))
    finder.add({
      rule: 'walkthrough',
      severity: 'warning',
      message: `No play-through ends "${rating}". Write one, so that a reviewer can read how it comes about.`,
    });
}
