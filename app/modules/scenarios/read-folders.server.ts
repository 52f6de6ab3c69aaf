import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from '#scenarios/kit/findings.ts';
import {
  readScenario,
  type ScenarioFiles,
  type ScenarioSource,
} from '#scenarios/kit/read-scenario.ts';
import { tracks } from '#scenarios/kit/vocabulary.ts';
import { ruleIds } from '#scenarios/rules/rules.ts';

export type LibraryReading = {
  /** Every folder there is, broken ones included: `staff/a-picture-is-going-round`. */
  folders: string[];
  scenarios: ScenarioSource[];
  /** The texts of all files of each folder. */
  files: ReadonlyMap<string, ScenarioFiles['files']>;
  findings: Finding[];
};

/**
 * Reads every scenario below a folder shaped like `scenarios/`. A broken scenario adds findings and
 * is left out; the others are still read.
 */
export async function readLibrary(root: string): Promise<LibraryReading> {
  const folders = await listScenarioFolders(root);
  const files = new Map(
    await Promise.all(
      folders.map(async (folder) => [folder, await readFiles(path.join(root, folder))] as const),
    ),
  );
  const results = [...files].map(([folder, texts]) =>
    readScenario({ folder, files: texts }, ruleIds),
  );
  return {
    folders,
    files,
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

async function readFiles(place: string): Promise<ScenarioFiles['files']> {
  const [top, texts] = await Promise.all(
    [place, path.join(place, 'text')].map((folder) => readdir(folder).catch(() => [])),
  );
  const names = [...(top ?? []), ...(texts ?? []).map((name) => `text/${name}`)];
  const files = new Map<string, string>();
  for (const name of names.filter((candidate) => candidate.endsWith('.json'))) {
    const text = await readFile(path.join(place, name), 'utf8').catch(() => undefined);
    if (text !== undefined) files.set(name, text);
  }
  return files;
}
