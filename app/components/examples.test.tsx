import { readdirSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, test } from 'vitest';
import { defaultLocale, interfaceIn } from '#app/i18n/i18n.ts';
import { allExamples } from './all-examples.ts';
import { findExample, slugOf } from './examples.ts';
import { Gallery } from './gallery/gallery.tsx';

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test.each(folders)('%s has examples', (folder) => {
  const group = allExamples.find(({ component }) => component === folder);
  expect(group?.examples ?? []).not.toEqual([]);
});

test('every example is found at its own address', () => {
  for (const { component, examples } of allExamples)
    for (const example of examples)
      expect(findExample(allExamples, slugOf(component, example))).toBe(example);
});

test('no two parts of the page of all examples share an id, and every id named is there', () => {
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={interfaceIn(defaultLocale)}>
      <Gallery groups={allExamples} />
    </I18nextProvider>,
  );
  const ids = valuesOf(html, 'id');
  expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
  const named = ['for', 'aria-labelledby', 'aria-describedby'].flatMap((name) =>
    valuesOf(html, name).flatMap((value) => value.split(' ')),
  );
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
});

function valuesOf(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(
    ([, value = '']) => value,
  );
}
