import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkStructure } from '#app/checker/check-structure.ts';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import { tracks } from '#scenarios/kit/vocabulary.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { strict: { type: 'boolean' }, json: { type: 'boolean' } },
});
const root = path.resolve(positionals[0] ?? path.join(import.meta.dirname, '../../scenarios'));

const library = await readLibrary(root);
const findings = [
  ...(await checkFolder()),
  ...library.findings,
  ...library.scenarios.flatMap(checkStructure),
];
const failing = findings.filter(
  ({ severity }) => severity === 'error' || (values.strict && severity === 'warning'),
);
process.stdout.write(values.json ? `${JSON.stringify(findings, null, 2)}\n` : readable(findings));
process.exitCode = failing.length > 0 ? 1 : 0;

/** A folder without scenarios would pass every check: a wrong path must not look like a clean one. */
async function checkFolder(): Promise<Finding[]> {
  if (library.folders.length > 0) return [];
  const finder = findingsFor('', root);
  const isFolder = await stat(root).then(
    (found) => found.isDirectory(),
    () => false,
  );
  finder.add({
    rule: 'folder',
    message: isFolder
      ? `There is no scenario in ${root}. Name a folder that holds ${tracks.join(', ')}, each with a folder for each scenario.`
      : `There is no folder ${root}. Name a folder shaped like scenarios/.`,
  });
  return finder.found;
}

function readable(list: Finding[]): string {
  const lines = list.map(
    ({ severity, scenario, file, state, key, rule, message }) =>
      `${severity}  ${path.posix.join(scenario, file)}${state ? `  ${state}` : ''}${key ? `  ${key}` : ''}  [${rule}]\n       ${message}`,
  );
  const count = `${library.scenarios.length} of ${library.folders.length} scenarios read, ${list.length} findings.`;
  return `${[...lines, count].join('\n')}\n`;
}
