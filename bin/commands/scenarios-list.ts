import path from 'node:path';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import { listStates } from '#scenarios/kit/graph.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { readOptions } from '../lib/read-options.ts';

const { values } = readOptions({ options: { json: { type: 'boolean' } } });
const library = await readLibrary(path.join(import.meta.dirname, '../../scenarios'));
// A version for home belongs to its scenario, and is counted with it.
const isWhole = ({ definition }: ScenarioSource) => definition.homeVersionOf === undefined;
const rows = library.scenarios.filter(isWhole).map(summarise);
process.stdout.write(
  values.json
    ? `${JSON.stringify(rows, null, 2)}\n`
    : rows.map((row) => `${row.id}  ${row.states} states  ${row.minutes} minutes\n`).join(''),
);

function summarise({ definition, words }: ScenarioSource) {
  const scenes = listStates(definition).flatMap(({ config }) => (config.meta ? [config.meta] : []));
  return {
    id: definition.id,
    track: definition.track,
    theme: definition.theme,
    version: definition.substance,
    locales: [...new Set(words.map(({ locale }) => locale))],
    readingLevels: [...new Set(words.map(({ level }) => level))],
    states: scenes.length,
    decisions: scenes.filter(({ kind }) => kind === 'decision').length,
    endings: scenes.filter(({ kind }) => kind === 'ending').length,
    minutes: definition.minutes,
  };
}
