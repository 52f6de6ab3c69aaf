import { stat } from 'node:fs/promises';
import path from 'node:path';
import { checkLibrary } from '#app/checker/check-library.ts';
import { versionHashes } from '#app/modules/scenarios/hashes.server.ts';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import { tracks } from '#scenarios/kit/vocabulary.ts';
import { readOptions } from '../lib/read-options.ts';
import { readable } from '../lib/readable-findings.ts';

const { values, positionals } = readOptions(
  {
    options: {
      strict: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      approved: { type: 'boolean', default: false },
    },
  },
  1,
);
const root = path.resolve(positionals[0] ?? path.join(import.meta.dirname, '../../scenarios'));

const library = await readLibrary(root);
const findings = [
  ...(await checkFolder()),
  ...library.findings,
  ...checkLibrary(library, {
    today: new Date().toISOString().slice(0, 10),
    approved: values.approved,
    hashesOf: versionHashes,
  }),
];
const failing = findings.filter(
  (finding) => isError(finding) || (values.strict && finding.severity === 'warning'),
);
process.stdout.write(
  values.json
    ? `${JSON.stringify(findings, null, 2)}\n`
    : readable(findings, {
        read: library.scenarios.length,
        folders: library.folders.length,
        isTerminal: process.stdout.isTTY && !process.env.NO_COLOR,
      }),
);
process.exitCode = failing.length > 0 ? 1 : 0;

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

/** A folder without scenarios would pass every check: a wrong path must not look like a clean one. */
async function checkFolder(): Promise<Finding[]> {
  if (library.folders.length > 0 || library.findings.some(isError)) return [];
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
