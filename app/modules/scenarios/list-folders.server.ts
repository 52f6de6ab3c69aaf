import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Finding, findingsFor } from '#scenarios/kit/findings.ts';
import { tracks } from '#scenarios/kit/vocabulary.ts';
import { kindOf, unreadable } from './read-file.server.ts';

export type FolderList = { folders: string[]; findings: Finding[] };

/** What may stand in a library or a track without being a scenario. */
const besides = /^(\.|README|Thumbs\.db$|desktop\.ini$)/i;
const parts = ['directory', 'kit', 'rules', 'starters'];
const trackNames = `${tracks.slice(0, -1).join(', ')} and ${tracks.at(-1)}`;

/**
 * The folders of all scenarios below a folder shaped like `scenarios/`, in order:
 * `staff/a-picture-is-going-round`. Whatever stands there and is not checked is a finding, an error
 * where somebody may take it for a scenario.
 */
export async function listScenarioFolders(root: string): Promise<FolderList> {
  const list: FolderList = { folders: [], findings: [] };
  const entries = await entriesOf(root, '', list);
  if (entries.some(({ name }) => name === 'machine.json')) tellSingle(root, list);
  else for (const entry of entries) await listOne(root, entry, list);
  list.folders.sort();
  return list;
}

async function listOne(root: string, entry: Dirent, list: FolderList) {
  const { name } = entry;
  const isTrack = (tracks as readonly string[]).includes(name);
  if (isTrack && entry.isDirectory()) await listTrack(root, name, list);
  else if (isTrack)
    tell(list, name, 'error', `${name} is ${kindOf(entry)}. A track is a folder of scenarios.`);
  else if (!parts.includes(name)) await tellStray(root, entry, list);
}

/** Somebody who wants one scenario checked may name its folder, which says nothing of its track. */
function tellSingle(root: string, list: FolderList) {
  const message = `${root} is the folder of one scenario. Name the folder that holds its track: the tracks are ${trackNames}.`;
  tell(list, 'machine.json', 'error', message);
}

async function listTrack(root: string, track: string, list: FolderList) {
  for (const entry of await entriesOf(root, track, list)) {
    const place = `${track}/${entry.name}`;
    if (entry.isDirectory()) list.folders.push(place);
    else
      tell(
        list,
        place,
        mayBeScenario(entry) ? 'error' : 'warning',
        `${entry.name} is ${kindOf(entry)}. Nothing in it is checked: a scenario is a folder of its own. Put a folder here, or take this away.`,
      );
  }
}

/** Notes and pictures have an ending to their name; a scenario has none, or is all in one file. */
function mayBeScenario(entry: Dirent): boolean {
  return !entry.isFile() || !/\.\w+$/.test(entry.name) || entry.name.endsWith('.json');
}

/** Something beside the tracks. */
async function tellStray(root: string, entry: Dirent, list: FolderList) {
  const { name } = entry;
  const instead = `The tracks are ${trackNames}, each with a folder for each scenario.`;
  if (entry.isDirectory())
    tell(
      list,
      name,
      (await holdsScenario(path.join(root, name))) ? 'error' : 'warning',
      `${name} is no track, so nothing in it is checked. ${instead}`,
    );
  else
    tell(
      list,
      name,
      'warning',
      `${name} is ${kindOf(entry)}. Nothing in it is checked. ${instead}`,
    );
}

async function holdsScenario(folder: string): Promise<boolean> {
  const inside = await readdir(folder).catch(() => []);
  const places = ['', ...inside].map((name) => path.join(folder, name, 'machine.json'));
  const found = await Promise.all(places.map((place) => lstat(place).catch(() => null)));
  return found.some(Boolean);
}

/** What stands in a folder of the library, without what may always stand there. */
async function entriesOf(root: string, folder: string, list: FolderList): Promise<Dirent[]> {
  try {
    const entries = await readdir(path.join(root, folder), { withFileTypes: true });
    return entries.filter(({ name }) => !besides.test(name));
  } catch (error) {
    // A library that is not there is for the caller to tell.
    if (folder) tell(list, folder, 'error', unreadable(folder, error), 'file-unreadable');
    return [];
  }
}

function tell(
  list: FolderList,
  place: string,
  severity: Finding['severity'],
  message: string,
  rule = 'file-kind',
) {
  const finder = findingsFor('', place);
  finder.add({ rule, severity, message });
  list.findings.push(...finder.found);
}
