import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import {
  readScenario,
  type ScenarioFiles,
  type ScenarioSource,
} from '#scenarios/kit/read-scenario.ts';
import { ruleIds } from '#scenarios/rules/rules.ts';
import { listScenarioFolders } from './list-folders.server.ts';
import { kindOf, readTextFile, unreadable } from './read-file.server.ts';

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
  const { folders, findings } = await listScenarioFolders(root);
  const files = new Map<string, ScenarioFiles['files']>();
  const scenarios: ScenarioSource[] = [];
  for (const folder of folders) {
    const texts = await readFolder(root, folder, findings);
    const result = readScenario({ folder, files: texts }, ruleIds);
    files.set(folder, texts);
    findings.push(...result.findings);
    if (result.ok) scenarios.push(result.source);
  }
  return { folders, files, scenarios, findings };
}

/** The files of one scenario and of its `text`. What cannot be read is null, and a finding. */
async function readFolder(root: string, folder: string, findings: Finding[]) {
  const files = new Map<string, string | null>();
  const read = async (name: string) => {
    const finder = findingsFor(folder, name);
    files.set(name, await readTextFile(path.join(root, folder, name), finder));
    findings.push(...finder.found);
  };
  for (const entry of await entriesOf(root, folder, '', findings)) {
    const { name } = entry;
    if (name.endsWith('.json')) await read(name);
    else if (name === 'text' && entry.isDirectory())
      for (const { name: inside } of await entriesOf(root, folder, name, findings)) {
        if (inside.endsWith('.json')) await read(`text/${inside}`);
      }
    else if (name === 'text' || entry.isSymbolicLink()) findings.push(...strayIn(folder, entry));
  }
  return files;
}

function strayIn(folder: string, entry: Dirent): Finding[] {
  const finder = findingsFor(folder, entry.name);
  const isWords = entry.name === 'text';
  finder.add({
    rule: 'file-kind',
    severity: isWords ? 'error' : 'warning',
    message: `${entry.name} is ${kindOf(entry)}. ${isWords ? 'Put a folder of this name here, with the words in it.' : 'Nobody reads it here.'}`,
  });
  return finder.found;
}

async function entriesOf(root: string, folder: string, inside: string, findings: Finding[]) {
  try {
    return await readdir(path.join(root, folder, inside), { withFileTypes: true });
  } catch (error) {
    const finder = findingsFor(folder, inside);
    finder.add({ rule: 'file-unreadable', message: unreadable(inside || folder, error) });
    findings.push(...finder.found);
    return [];
  }
}
