import { startAttempt } from '#app/modules/attempts/start.server.ts';
import { takeStep } from '#app/modules/attempts/step.server.ts';
import { playWell } from '#app/modules/demo/play-well.ts';
import type { Database } from '#app/platform/database/client.ts';
import { createPerson, createServices, signIn } from '#tests/factories/organisation.ts';
import type { TestDatabase } from '#tests/setup/test-database.ts';
import { withDatabase } from './database.ts';
import { type Figure, figure, timeOf } from './measure.ts';

/** A whole step, as a page takes it, against as many bare inserts into the same database. */
export function benchStep(turns: number): Promise<Figure[]> {
  return withDatabase(async (database) => {
    const step = await prepareSteps(database, turns);
    const insert = await prepareInserts(database);
    const baseline = { what: 'a bare INSERT, prepared, into an unlogged table' };
    return [
      figure({
        name: 'step',
        what: 'a whole step: load, choose, record',
        value: await timeOf(turns, step),
        baseline: { ...baseline, value: await timeOf(turns, insert) },
      }),
    ];
  });
}

/** Steps along good paths, one attempt after the other. Starting the attempts is not measured. */
async function prepareSteps(database: TestDatabase, turns: number) {
  const services = await createServices(database);
  const { token, session } = await signIn(database, await createPerson(database));
  const [newest] = await services.shelf.newest();
  if (!newest) throw new Error('The library is empty');
  const { taken } = playWell(newest.version.scenario);
  const attempts: string[] = [];
  for (let made = 0; made < turns * 1.2 + taken.length; made += taken.length)
    attempts.push(await startAttempt(services, session, newest.version));
  let next = 0;
  return async () => {
    const at = next++;
    const step = at % taken.length;
    const attempt = attempts[Math.floor(at / taken.length)] ?? '';
    const values = taken[step]?.values ?? [];
    const { outcome } = await takeStep(services, token, attempt, { step, values });
    if (outcome !== 'taken') throw new Error(`A step was ${outcome}`);
  };
}

async function prepareInserts({ pool }: Database) {
  await pool.query('CREATE UNLOGGED TABLE scratch (number int, words text)');
  const insert = { name: 'scratch', text: 'INSERT INTO scratch VALUES ($1, $2)' };
  return (turn: number) => pool.query({ ...insert, values: [turn, 'say.who'] });
}
