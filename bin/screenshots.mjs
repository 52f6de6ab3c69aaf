// npm run screenshots [-- FOLDER]: a picture of every page type, narrow and wide, in every theme; and
// the README's pictures in docs/pictures.
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { prepare } from './lib/prepare.mjs';
import { inProject } from './lib/project.mjs';
import { runTool, ToolFailed } from './lib/run-tool.mjs';
import { say } from './lib/say.mjs';

const forReadme = inProject('docs/pictures');
const folder = path.resolve(process.argv[2] ?? inProject('.cache/screenshots'));

/** Those taken in this run; what a folder had before is not counted. @param {string} where @param {number} since */
function countPictures(where, since) {
  mkdirSync(where, { recursive: true });
  return readdirSync(where).filter(
    (file) => file.endsWith('.png') && statSync(path.join(where, file)).mtimeMs >= since,
  ).length;
}

try {
  await prepare({ build: true });
  await ensureBrowser();
  const started = Date.now();
  const args = ['test', '--config', 'playwright.screenshots.config.ts'];
  const env = { ...process.env, SIGNPOST_SCREENSHOTS: folder };
  await runTool('playwright', args, { show: true, env }).catch((error) => {
    if (!(error instanceof ToolFailed)) throw error;
    say('Some pages failed; they are named above.');
    process.exitCode = 1;
  });
  for (const where of [folder, forReadme])
    process.stdout.write(`${countPictures(where, started)} pictures in ${where}\n`);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
