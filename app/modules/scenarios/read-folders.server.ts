import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from '#scenarios/kit/findings.ts';
import {
  type ReadResult,
  readScenario,
  type ScenarioSource,
} from '#scenarios/kit/read-scenario.ts';
import { tracks } from '#scenarios/kit/vocabulary.ts';
import { ruleIds } from '#scenarios/rules/rules.ts';

export type LibraryReading = {
  /** Every folder there is, broken ones included: `staff/a-picture-is-going-round`. */
  folders: string[];
  scenarios: ScenarioSource[];
  findings: Finding[];
};

/**
 * Reads every scenario below a folder shaped like `scenarios/`. A broken scenario adds findings and
 * is left out; the others are still read.
 */
export async function readLibrary(root: string): Promise<LibraryReading> {
  const folders = await listScenarioFolders(root);
  const results = await Promise.all(folders.map((folder) => readFolder(root, folder)));
  return {
    folders,
    scenarios: results.flatMap((result) => (result.ok ? [result.source] : [])),
    findings: results.flatMap((result) => result.findings),
  };
}

/** `staff/a-picture-is-going-round` and so on, in order. */
async function listScenarioFolders(root: string): Promise<string[]> {
  const perTrack = await Promise.all(
    tracks.map(async (track) => {
      const entries = await readdir(path.join(root, track), { withFileTypes: true }).catch(
        () => [],
      );
      return entries
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${track}/${entry.name}`);
    }),
  );
  return perTrack.flat().sort();
}

async function readFolder(root: string, folder: string): Promise<ReadResult> {
  const place = path.join(root, folder);
  const texts = await readdir(path.join(place, 'text')).catch(() => []);
  const names = ['machine.json', ...texts.map((name) => `text/${name}`)];
  const files = new Map<string, string>();
  for (const name of names.filter((candidate) => candidate.endsWith('.json'))) {
    const text = await readFile(path.join(place, name), 'utf8').catch(() => undefined);
    if (text !== undefined) files.set(name, text);
  }
  return readScenario({ folder, files }, ruleIds);
}
