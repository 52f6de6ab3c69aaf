import path from 'node:path';
import { readOptions } from '../lib/read-options.ts';
import { startScenario } from '../lib/start-scenario.ts';

const { values, positionals } = readOptions(
  { options: { into: { type: 'string' } } },
  Number.POSITIVE_INFINITY,
);
const root = path.resolve(values.into ?? path.join(import.meta.dirname, '../../scenarios'));
const [id = '', ...more] = positionals;

const started = await startScenario(more.length > 0 ? positionals.join(' ') : id, root, new Date());
if (started.ok) process.stdout.write(sayNext(started.folder));
else {
  process.stderr.write(`${started.message}\n`);
  process.exitCode = 1;
}

function sayNext(folder: string): string {
  const into = values.into === undefined ? '' : ` ${path.relative(process.cwd(), root) || '.'}`;
  return `Wrote a small story that passes every check into ${path.relative(process.cwd(), folder)}:
  machine.json         the story: its scenes, and what each choice does
  text/en-GB.json      its words
  walkthroughs.json    play-throughs for a reviewer to read
  README.md            what the reviewer needs to know
Make it yours with a text editor; scenarios/README.md says how. Then run:
  npm run -s scenarios:check --${into} --strict
`;
}
