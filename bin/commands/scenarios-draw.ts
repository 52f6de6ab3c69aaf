import path from 'node:path';
import { checkScenario } from '#app/checker/check-scenario.ts';
import type { Move } from '#app/checker/moves.ts';
import { defaultLocale } from '#app/i18n/i18n.ts';
import { drawScenario } from '#app/modules/scenarios/graph/draw.ts';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { readOptions } from '../lib/read-options.ts';

const { values, positionals } = readOptions(
  { options: { from: { type: 'string' }, highlight: { type: 'string' } } },
  1,
);
const root = path.resolve(values.from ?? path.join(import.meta.dirname, '../../scenarios'));
const [id = ''] = positionals;

const { scenarios, folders } = await readLibrary(root);
const source = scenarios.find(({ definition }) => definition.id === id);
const moves = source && values.highlight ? pathAgainst(source, values.highlight) : [];
if (source && moves) process.stdout.write(await drawScenario(source, defaultLocale, moves));
else {
  process.stderr.write(`${source ? nothingToMark(values.highlight) : whatIsWrong()}\n`);
  process.exitCode = 1;
}

/** The first path that the checker found against a rule. */
function pathAgainst(scenario: ScenarioSource, rule: string): Move[] | undefined {
  const { proofs } = checkScenario(scenario);
  return proofs.find(({ finding, moves }) => finding.rule === rule && moves.length > 0)?.moves;
}

function nothingToMark(rule = ''): string {
  return `The checker found no path against "${rule}" in ${id}. Leave --highlight out to draw it without one.`;
}

function whatIsWrong(): string {
  if (folders.includes(id))
    return `${id} cannot be drawn before it is put right. Run: npm run -s scenarios:check`;
  const named = id === '' ? 'Name a scenario to draw.' : `There is no scenario "${id}".`;
  return `${named} There are:\n${folders.map((folder) => `  ${folder}`).join('\n')}`;
}
