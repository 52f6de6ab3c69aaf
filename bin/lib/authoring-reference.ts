import { checkLibrary } from '#app/checker/check-library.ts';
import { versionHashes } from '#app/modules/scenarios/hashes.server.ts';
import type { Finding } from '#scenarios/kit/findings.ts';
import { readScenario, type ScenarioFiles } from '#scenarios/kit/read-scenario.ts';
import { ruleIds } from '#scenarios/rules/rules.ts';
import { readable } from './readable-findings.ts';
import { exampleFiles } from './readme-blocks.ts';
import { referenceTables } from './reference-tables.ts';

type Regions = Record<string, (page: string) => string>;

const regions: Regions = { ...referenceTables, finding: sayFinding };

/**
 * The authoring guide with its regions written anew, from the same tables that the checker uses. A
 * region lies between `<!-- begin name -->` and `<!-- end name -->`. Throws for a region it does not know.
 */
export function withReference(page: string): string {
  return page.replaceAll(
    /<!-- begin (\w+) -->\n[\s\S]*?<!-- end \1 -->/g,
    (_region, name: string) => {
      const say = regions[name];
      if (!say) throw new Error(`Nothing is known of the region "${name}".`);
      return `<!-- begin ${name} -->\n\n${say(page)}\n\n<!-- end ${name} -->`;
    },
  );
}

/** The names of all regions; the guide has each of them once. */
export const regionNames = Object.keys(regions);

/** Everything that is found in the files of one scenario, on the same day whenever it is asked. */
export function findingsIn(scenario: ScenarioFiles): Finding[] {
  const read = readScenario(scenario, ruleIds);
  if (!read.ok) return read.findings;
  const library = {
    scenarios: [read.source],
    files: new Map([[scenario.folder, scenario.files]]),
  };
  const options = { today: '2026-11-22', approved: false, hashesOf: versionHashes };
  return [...read.findings, ...checkLibrary(library, options)];
}

/** The small example without its repairs, as the check would tell of it. */
function sayFinding(page: string): string {
  const files = exampleFiles(page);
  const machine = JSON.parse(files.get('machine.json') ?? '{}');
  delete machine.machine.states.corridor.on['take.back'].meta.repairs;
  files.set('machine.json', JSON.stringify(machine));
  const found = findingsIn({ folder: machine.id, files }).find(({ rule }) => rule === 'SEQ-4');
  if (!found) throw new Error('The example without its repairs breaks SEQ-4 no longer.');
  const told = readable([found], { read: 1, folders: 1, isTerminal: false }).trimEnd();
  return `\`\`\`text\n${told.slice(0, told.lastIndexOf('\n'))}\n\`\`\``;
}
