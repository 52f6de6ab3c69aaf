import { expect, test } from 'vitest';
import symbolNames from '#scenarios/kit/symbol-names.json' with { type: 'json' };
import { drawSymbol } from './symbols.server.ts';

test('every symbol that a text may name is drawn, and draws on nothing else', async () => {
  for (const name of symbolNames) {
    const svg = (await drawSymbol(name)) ?? '';
    expect(svg, name).toMatch(/^<svg xmlns="[^"]+" viewBox="0 0 72 72"><.+><\/svg>$/);
    expect(svg, name).not.toMatch(/<(script|style|image|foreignObject|a)\b|\bon\w+=|href="(?!#)/);
  }
});

test('what is not of the set is not drawn, though the package has it', async () => {
  for (const name of ['pistol', 'flag-france', 'no-such-symbol', 'constructor', '__proto__'])
    expect(await drawSymbol(name)).toBeNull();
});
