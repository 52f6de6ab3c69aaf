// What the commands tell the person at the terminal. Everything goes to standard error, so that a
// command's own output stays clean for pipes.

/** @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * Runs a stage: says that it begins, that it is still going, and how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function stage(what, work) {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
  say(`${what} …`);
  const beat = setInterval(() => say(`  still at it (${seconds()} s)`), 10_000);
  try {
    const result = await work();
    say(`  done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(beat);
  }
}
