// cspell:ignore mkfifo afile
import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScenarioJson, scenarioFiles } from '#tests/factories/scenario.ts';
import { temporaryFolder } from '#tests/setup/temporary-folder.ts';
import { readLibrary } from './read-folders.server.ts';

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let count = 0;

beforeAll(async () => {
  temporary = await temporaryFolder('library');
});
afterAll(() => temporary.remove());

/** A library with two sound scenarios, `staff/a-quiet-word` and `staff/another`. */
async function createLibrary() {
  count += 1;
  const root = path.join(temporary.folder, String(count));
  for (const slug of ['a-quiet-word', 'another']) {
    const { folder, files } = scenarioFiles(createScenarioJson({ slug }));
    await mkdir(path.join(root, folder, 'text'), { recursive: true });
    for (const [name, text] of files) await writeFile(path.join(root, folder, name), text);
  }
  const at = (name: string) => path.join(root, name);
  const here = (name: string) => at(`staff/a-quiet-word/${name}`);
  return { root, at, here };
}

async function read(root: string) {
  const { scenarios, findings, folders } = await readLibrary(root);
  const read = scenarios.map(({ definition }) => definition.id);
  return { folders, read, findings };
}

const both = ['staff/a-quiet-word', 'staff/another'];

test('a sound library is read without findings, with what may stand beside its scenarios', async () => {
  const { root, at } = await createLibrary();
  for (const folder of ['kit', 'rules', 'starters/staff/starter', '.git', 'staff/.cache'])
    await mkdir(at(folder), { recursive: true });
  for (const file of ['README.md', '.gitignore', 'staff/README.md', 'staff/another/README.md'])
    await writeFile(at(file), 'words');
  expect(await read(root)).toEqual({ folders: both, read: both, findings: [] });
});

test('a file that is not UTF-8 is refused, with its line, and the other scenario is read', async () => {
  const { root, here } = await createLibrary();
  const text = Buffer.from('{\n "title": "It\u0092s"\n}', 'latin1');
  await writeFile(here('text/en-GB.json'), text);
  const { read: ids, findings } = await read(root);
  expect(ids).toEqual(['staff/another']);
  expect(findings).toMatchObject([
    { scenario: 'staff/a-quiet-word', file: 'text/en-GB.json', rule: 'encoding' },
  ]);
  expect(findings[0]?.message).toContain('Line 2 ');
});

test('a file that begins with the mark of UTF-8 is read', async () => {
  const { root, here } = await createLibrary();
  const { definition } = createScenarioJson();
  await writeFile(here('machine.json'), `\uFEFF${JSON.stringify(definition)}`);
  expect(await read(root)).toMatchObject({ read: both, findings: [] });
});

test('a file larger than 1 MB is not read', async () => {
  const { root, here } = await createLibrary();
  await writeFile(here('machine.json'), ' '.repeat(1024 * 1024 + 1));
  const { read: ids, findings } = await read(root);
  expect(ids).toEqual(['staff/another']);
  expect(findings).toMatchObject([{ file: 'machine.json', rule: 'file-size' }]);
  expect(findings[0]?.message).toContain('larger than 1 MB');
});

const notFiles: Record<string, [string, (place: string) => unknown]> = {
  'a folder': ['is a folder.', (place) => mkdir(place)],
  'a link that leads elsewhere': ['is a link', (place) => symlink('/etc/hostname', place)],
  'a link that leads nowhere': ['is a link', (place) => symlink('/no/such', place)],
  'a link to itself': ['is a link', (place) => symlink(path.basename(place), place)],
};
if (process.platform !== 'win32') {
  notFiles['a pipe'] = [
    'is a pipe.',
    (place) => execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', place]),
  ];
  notFiles['a socket'] = [
    'is a socket.',
    (place) =>
      new Promise<void>((resolve) => {
        const server = createServer().listen(place, resolve);
        server.unref();
      }),
  ];
}

for (const [what, [says, put]] of Object.entries(notFiles))
  test.each(['machine.json', 'text/en-GB.json', 'walkthroughs.json'])(
    `${what} in place of %s is told as what it is, and nothing waits for it`,
    async (name) => {
      const { root, here } = await createLibrary();
      await rm(here(name), { force: true });
      await put(here(name));
      const { read: ids, findings } = await read(root);
      expect(ids).toContain('staff/another');
      expect(findings).toMatchObject([{ file: name, rule: 'file-kind', severity: 'error' }]);
      expect(findings[0]?.message).toContain(says);
    },
  );

test('a scenario is still served when only its play-throughs cannot be read', async () => {
  const { root, here } = await createLibrary();
  await mkdir(here('walkthroughs.json'));
  expect((await read(root)).read).toEqual(both);
});

test('a file in place of the folder text is told as such', async () => {
  const { root, here } = await createLibrary();
  await rm(here('text'), { recursive: true });
  await writeFile(here('text'), 'x');
  const { findings } = await read(root);
  expect(findings).toContainEqual(
    expect.objectContaining({ file: 'text', rule: 'file-kind', severity: 'error' }),
  );
});

const strays: Record<string, [string, (at: (name: string) => string) => unknown, object]> = {
  'a file where a scenario should be': [
    'staff/afile',
    (at) => writeFile(at('staff/afile'), 'x'),
    { severity: 'error', message: expect.stringContaining('is a file.') },
  ],
  'a note beside the scenarios': [
    'staff/notes.txt',
    (at) => writeFile(at('staff/notes.txt'), 'x'),
    { severity: 'warning' },
  ],
  'a link where a scenario should be': [
    'staff/loop',
    (at) => symlink(at('staff'), at('staff/loop')),
    { severity: 'error', message: expect.stringContaining('links are not followed') },
  ],
  'a link that leads nowhere': [
    'staff/lost',
    (at) => symlink('/no/such', at('staff/lost')),
    { severity: 'error' },
  ],
  'a file in place of a track': [
    'parents',
    (at) => writeFile(at('parents'), 'x'),
    { severity: 'error', message: expect.stringContaining('parents is a file.') },
  ],
  'a link in place of a track': [
    'parents',
    (at) => symlink(at('staff'), at('parents')),
    { severity: 'error' },
  ],
  'an unknown track with a scenario': [
    'teachers',
    async (at) => {
      await mkdir(at('teachers/odd'), { recursive: true });
      await writeFile(at('teachers/odd/machine.json'), '{}');
    },
    { severity: 'error', message: expect.stringContaining('teachers is no track') },
  ],
  'an unknown folder without one': [
    'drafts',
    (at) => mkdir(at('drafts/odd'), { recursive: true }),
    { severity: 'warning' },
  ],
  'a link beside the tracks': [
    'elsewhere',
    (at) => symlink('/etc', at('elsewhere')),
    { severity: 'warning' },
  ],
};

for (const [what, [file, put, expected]] of Object.entries(strays))
  test(`${what} is told, and the scenarios are still read`, async () => {
    const { root, at } = await createLibrary();
    await put(at);
    const { read: ids, findings } = await read(root);
    expect(ids).toEqual(both);
    expect(findings).toEqual([expect.objectContaining({ file, rule: 'file-kind', ...expected })]);
  });

test('whoever names the folder of one scenario is told which to name', async () => {
  const { at } = await createLibrary();
  const { folders, findings } = await read(at('staff/another'));
  expect(folders).toEqual([]);
  expect(findings).toContainEqual(
    expect.objectContaining({ message: expect.stringContaining('the folder of one scenario') }),
  );
});
