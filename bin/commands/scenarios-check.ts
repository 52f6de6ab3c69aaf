import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkStructure } from '#app/checker/check-structure.ts';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import type { Finding } from '#scenarios/kit/findings.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { strict: { type: 'boolean' }, json: { type: 'boolean' } },
});
const root = path.resolve(positionals[0] ?? path.join(import.meta.dirname, '../../scenarios'));

const library = await readLibrary(root);
const findings = [...library.findings, ...library.scenarios.flatMap(checkStructure)];
const failing = findings.filter(
  ({ severity }) => severity === 'error' || (values.strict && severity === 'warning'),
);
process.stdout.write(values.json ? `${JSON.stringify(findings, null, 2)}\n` : readable(findings));
process.exitCode = failing.length > 0 ? 1 : 0;

function readable(list: Finding[]): string {
  const lines = list.map(
    ({ severity, scenario, file, state, key, rule, message }) =>
      `${severity}  ${scenario}/${file}${state ? `  ${state}` : ''}${key ? `  ${key}` : ''}  [${rule}]\n       ${message}`,
  );
  const count = `${library.scenarios.length} scenarios read, ${list.length} findings.`;
  return `${[...lines, count].join('\n')}\n`;
}
