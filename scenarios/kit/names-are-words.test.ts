import { expect, test } from 'vitest';
import { readSmallScenario } from '#tests/factories/scenario.ts';
import { readWalkthroughs } from './walkthroughs.ts';
import { wordsSchema } from './words.ts';

test('markup is found in the title of a source, and in its date', () => {
  for (const field of ['title', 'published']) {
    const { findings } = readSmallScenario({
      definition: { [`sources/0/${field}`]: '<script>2024</script>' },
    });
    expect(findings).toMatchObject([
      { file: 'machine.json', rule: 'markup', key: `sources.0.${field}` },
    ]);
  }
});

test('markup is found in the name of a play-through', () => {
  const named = (name: string) =>
    readWalkthroughs(
      'staff/x',
      JSON.stringify([{ name, choices: [['a']], passes: ['a'], ending: 'b', rating: 'workable' }]),
    ).findings;
  expect(named('With help')).toEqual([]);
  expect(named('With <b>help</b>')).toMatchObject([{ rule: 'markup', key: '0.name' }]);
});

test('a symbol is a plain name', () => {
  const summary = wordsSchema.shape.summary;
  const isFine = (symbol: string) => summary.safeParse([{ text: 'It rains.', symbol }]).success;
  expect(isFine('mobile-phone-2')).toBe(true);
  for (const wrong of ['', 'javascript:alert(1)', '../phone', 'Phone', 'a b'])
    expect(isFine(wrong), wrong).toBe(false);
});
