import { say } from './say.mjs';

/**
 * Runs tests and ends with the line that tells how many passed, and with the exit code to match.
 * @param {() => Promise<import('./checks.mjs').Tally>} work
 */
export async function finish(work) {
  const { passed, failed } = await work().catch((error) => {
    say(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  });
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
