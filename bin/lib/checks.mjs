import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inProject } from './project.mjs';
import { runTool, ToolFailed } from './run-tool.mjs';
import { say, stage } from './say.mjs';

/** @typedef {{ passed: number, failed: number }} Tally */

const reports = '.cache/reports';

/** The fast half: each is one check, and says nothing unless it fails. @type {[string, string, string[]][]} */
const checks = [
  ['Format and lint', 'biome', ['check', '.']],
  ['Spelling', 'cspell', ['lint', '--no-progress', '--no-summary', '--gitignore', '.']],
  ['Types', 'tsc', ['--noEmit', '-p', '.']],
  [
    'Import directions',
    'depcruise',
    ['app', 'scenarios', 'bin', 'tests', 'prisma', '--config', 'dependency-cruiser.config.mjs'],
  ],
  ['Unused code', 'knip', []],
];

/** @returns {Promise<Tally>} */
export async function runChecks() {
  const tally = { passed: 0, failed: 0 };
  for (const [what, tool, args] of checks) {
    const isSound = await stage(what, () => runTool(tool, args)).then(() => true, showFailure);
    tally[isSound ? 'passed' : 'failed'] += 1;
  }
  return tally;
}

/**
 * Runs Vitest projects, or some files of them, and counts their tests.
 * @param {string[]} projects
 * @param {Record<string, string>} [env]
 * @param {string[]} [files]
 * @returns {Promise<Tally>}
 */
export async function runVitest(projects, env = {}, files = []) {
  const report = reportFile(projects.join('-'));
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = projects.flatMap((project) => ['--project', project]);
  await runShown('vitest', [...args, ...chosen, ...files], env);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numTotalTests, success } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: numPassedTests, failed: failures(numTotalTests - numPassedTests, success) };
}

/** Runs the browser tests and counts them. @returns {Promise<Tally>} */
export async function runPlaywright() {
  const report = reportFile('playwright');
  const isSound = await runShown('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(report, 'utf8')).stats;
  return { passed: expected, failed: failures(unexpected + flaky + skipped, isSound) };
}

/** @param {Tally[]} tallies */
export function add(tallies) {
  return tallies.reduce((sum, { passed, failed }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
  }));
}

/** A run can fail without a failing test: a file that does not load, a set-up that throws. @param {number} count @param {boolean} isSound */
function failures(count, isSound) {
  return count === 0 && !isSound ? 1 : count;
}

/** @param {string} name */
function reportFile(name) {
  const file = inProject(`${reports}/${name}.json`);
  mkdirSync(inProject(reports), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** @param {string} tool @param {string[]} args @param {Record<string, string>} env */
function runShown(tool, args, env) {
  return runTool(tool, args, { show: true, env: { ...process.env, ...env } }).then(
    () => true,
    (error) => {
      if (!(error instanceof ToolFailed)) throw error;
      return false;
    },
  );
}

/** @param {unknown} error */
function showFailure(error) {
  if (!(error instanceof ToolFailed)) throw error;
  say(error.message);
  return false;
}
