// npm run check: the fast half of the tests, for before each commit.
import { add, runChecks, runVitest } from './lib/checks.mjs';
import { finish } from './lib/finish.mjs';
import { prepare } from './lib/prepare.mjs';

await finish(async () => {
  await prepare();
  return add([await runChecks(), await runVitest(['unit'])]);
});
