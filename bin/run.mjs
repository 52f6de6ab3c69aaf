// Runs one of the commands in bin/commands, or a tool, in a clone that is made ready first:
//   node bin/run.mjs bin/commands/scenarios-list.ts --json
//   node bin/run.mjs --tool biome check .
import { pathToFileURL } from 'node:url';
import { prepare } from './lib/prepare.mjs';
import { inProject } from './lib/project.mjs';
import { runTool, ToolFailed } from './lib/run-tool.mjs';
import { say } from './lib/say.mjs';

const [what = '', ...rest] = process.argv.slice(2);
try {
  await prepare();
  if (what === '--tool') await runTool(rest[0] ?? '', rest.slice(1), { show: true });
  else {
    const { register } = await import('tsx/esm/api');
    register();
    process.argv = [process.argv[0] ?? 'node', what, ...rest];
    await import(pathToFileURL(inProject(what)).href);
  }
} catch (error) {
  if (!(error instanceof ToolFailed)) say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
