import { readdir } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { withLock } from './lock.ts';
import { cleanUp, otherProcess, scratch } from './testing/support.ts';

vi.setConfig({ testTimeout: 20_000 });
afterEach(cleanUp);

test('lets one in at a time', async () => {
  const folder = await scratch();
  let inside = 0;
  let most = 0;
  let turns = 0;
  const turn = () =>
    withLock(folder, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inside -= 1;
      turns += 1;
    });
  await Promise.all(Array.from({ length: 12 }, turn));
  expect({ most, turns }).toEqual({ most: 1, turns: 12 });
  expect(await readdir(folder)).toEqual([]);
});

test('keeps another process out while it is held', async () => {
  const folder = await scratch();
  const other = await otherProcess({ lock: folder });
  expect(await other.reply).toEqual({ held: true });
  let entered = false;
  const mine = withLock(folder, async () => {
    entered = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(entered).toBe(false);
  await other.finish();
  await mine;
  expect(entered).toBe(true);
});

test('is free again at once when its holder is killed, and cleared of its remains', async () => {
  const folder = await scratch();
  const other = await otherProcess({ lock: folder });
  await other.reply;
  other.child.kill('SIGKILL');
  await other.closed;
  expect(await readdir(folder)).toEqual(['lock.1']);
  const began = Date.now();
  await withLock(folder, async () => {});
  expect(Date.now() - began).toBeLessThan(1000);
  expect(await readdir(folder)).toEqual([]);
});

test('is given back when the work fails', async () => {
  const folder = await scratch();
  const failing = withLock(folder, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  await withLock(folder, async () => {});
});
