import { expect, test } from 'vitest';
import play from '#app/i18n/locales/en-GB/play.json' with { type: 'json' };
import type { Leaf } from './compile.ts';
import { labelOf } from './moves.ts';

test('a way on without words of its own is called as its button is', () => {
  const leaf = { scene: { kind: 'scene', parts: [{ id: 'line' }] } } as Leaf;
  expect(labelOf(leaf, 'next', undefined)).toBe(play.next);
});
