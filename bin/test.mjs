// npm test: everything. With --postgres15 the database tests, and setting up, run once more on Debian's PostgreSQL 15.
import { ensureBrowser } from './lib/browser.mjs';
import { add, runChecks, runPlaywright, runVitest } from './lib/checks.mjs';
import { finish } from './lib/finish.mjs';
import { withPostgres15 } from './lib/postgres15.mjs';
import { prepare } from './lib/prepare.mjs';

await finish(async () => {
  await prepare({ build: true });
  await ensureBrowser();
  const tallies = [
    await runChecks(),
    await runVitest(['unit']),
    await runVitest(['database']),
    await runVitest(['supervisor']),
    await runVitest(['faults']),
    await runPlaywright(),
  ];
  if (process.argv.includes('--postgres15'))
    tallies.push(
      await withPostgres15(async (url) => {
        const env = { TEST_DATABASE_URL: url };
        return add([
          await runVitest(['database'], env),
          await runVitest(['faults'], env, ['tests/faults/setup.test.ts']),
        ]);
      }),
    );
  return add(tallies);
});
