import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, test, vi } from 'vitest';
import { SceneView } from '#app/components/scenes/scene-view.tsx';
import { Blocks } from '#app/components/text/blocks.tsx';
import { defaultLocale, interfaceIn } from '#app/i18n/i18n.ts';
import { readLibrary } from '#app/modules/scenarios/read-folders.server.ts';
import { type ContactValues, wordingFor } from '#app/modules/scenarios/wording.server.ts';
import { resume } from '#app/simulation/choose.ts';
import { project } from '#app/simulation/project.ts';
import { prepareScenario } from '#app/simulation/scenario.ts';
import { resolveBlocks, type Wording } from '#app/simulation/wording.ts';
import type { ScenarioSource } from '#scenarios/kit/read-scenario.ts';
import { contactFields, contactSlots, type Nation } from '#scenarios/kit/vocabulary.ts';
import { walkthroughsSchema } from '#scenarios/kit/walkthroughs.ts';
import { flattenWords } from '#scenarios/kit/word-keys.ts';
import { scenariosFolder } from '#tests/setup/library.ts';

vi.setConfig({ testTimeout: 300_000 });

const { scenarios } = await readLibrary(scenariosFolder);
const cases = scenarios.map((source) => ({ id: source.definition.id, source }));

const longName = 'Ms Wilhelmina Featherstonehaugh-Cholmondeley van der Merwe-Okonkwo';
const rightToLeft = 'فاطمة الزهراء';

function everySlot(value: string): ContactValues {
  const fields = Object.fromEntries(contactFields.map((field) => [field, value]));
  return Object.fromEntries(Object.keys(contactSlots).map((slot) => [slot, fields]));
}

/** What an organisation may have set, and who is named then. */
const organisations: { are: string; contacts: ContactValues; named: string | null }[] = [
  { are: 'none is set', contacts: {}, named: null },
  { are: 'only the lead’s name is set', contacts: { dsl: { name: 'Ms Ali' } }, named: null },
  { are: 'names are very long', contacts: everySlot(longName), named: longName },
  { are: 'names are read from the right', contacts: everySlot(rightToLeft), named: rightToLeft },
];

test.each(cases)('every word of $id reads well, whatever contacts are set', ({ source }) => {
  for (const { are, contacts, named } of organisations)
    for (const file of source.words)
      for (const nation of [null, ...source.definition.nations]) {
        const wording = wordingOf(source, file.words, contacts, nation);
        for (const [key, blocks] of flattenWords(file.words)) {
          const html = rendered(<Blocks blocks={resolveBlocks(wording, blocks)} />);
          const place = `${file.locale} ${file.level}, ${nation}, ${are}: ${key}`;
          expectReadable(html, place);
          if (blocks.some(({ text }) => text.includes('{{'))) expectOneArticle(html, place);
          const names = blocks.some(({ text }) => /\{\{\w+\.name\}\}/.test(text));
          if (named !== null && names && html.includes('<bdi>'))
            expect(html, place).toContain(`<bdi>${named}</bdi>`);
        }
      }
});

test.each(cases)('every scene that a play-through of $id passes is shown whole', ({ source }) => {
  const scenario = prepareScenario(source.definition);
  const text = readFileSync(
    path.join(scenariosFolder, source.definition.id, 'walkthroughs.json'),
    'utf8',
  );
  for (const { name, choices } of walkthroughsSchema.parse(JSON.parse(text))) {
    const steps = choices.map((values) => ({ values }));
    for (const { are, contacts } of organisations)
      for (const file of source.words)
        for (const [step] of [...steps, null].entries()) {
          const wording = wordingOf(source, file.words, contacts, null);
          const snapshot = resume(scenario, steps.slice(0, step));
          const view = project(scenario, snapshot, wording);
          const place = `${name}, ${file.level}, ${are}, ${snapshot.path}`;
          expectReadable(rendered(<SceneView view={view} step={step} />), place);
          for (const part of view.parts) expect(part.blocks.length, place).toBeGreaterThan(0);
        }
  }
});

function wordingOf(
  { definition }: ScenarioSource,
  words: Wording['words'],
  contacts: ContactValues,
  nation: Nation | null,
): Wording {
  return wordingFor(words, definition, { contacts, nation }, defaultLocale);
}

function rendered(page: React.ReactNode): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={interfaceIn(defaultLocale)}>{page}</I18nextProvider>,
  );
}

/** What stands in for a contact brings an article of its own. */
function expectOneArticle(html: string, place: string) {
  const text = html.replaceAll(/<[^>]*>/g, '');
  expect(text, place).not.toMatch(/\b(?:the|an?|your|our|my) (?:the|your) /i);
}

/** Nothing unfilled, no gap where a contact should be. */
function expectReadable(html: string, place: string) {
  const text = html.replaceAll(/<[^>]*>/g, '');
  expect(text, place).not.toMatch(/\{\{|\}\}|undefined|\[object|\bnull\b/);
  expect(text, place).not.toMatch(/ {2}| [,.;:?!](?!\S)/);
}
