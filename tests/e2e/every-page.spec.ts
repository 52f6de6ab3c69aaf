import type { Page } from '@playwright/test';
import { type Theme, violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';
import {
  coveredCells,
  overflow,
  smallControls,
  unlabelled,
  unreachableScrollers,
} from './measures.ts';
import { openPage, type PageType, pageTypes } from './page-types.ts';
import { words } from './words.ts';

const desk = { width: 1280, height: 800 };
const tablet = { width: 768, height: 1024 };
const phone = { width: 360, height: 740 };
const small = { width: 320, height: 640 };
/** A desk's window at 400 %. */
const zoomed = { width: 1280 / 4, height: 1024 / 4 };

for (const type of pageTypes)
  test.describe(type.name, () => {
    test.use({ hasOwnApp: type.needsOwnApp ?? false });

    test('is accessible, fits, and is well built', async ({ page, watch, signedInAs }) => {
      if (type.status) watch.expectStatus(type.status);
      if (type.part) await signedInAs(type.part);
      await openPage(page, type);
      await test.step('language, landmarks, headings and labels', () => expectSound(page, type));
      await test.step('small and zoomed screens', () => expectFit(page));
      await test.step('text twice as large', () => expectFitEnlarged(page));
      await test.step('every theme, on a desk and on a phone', () => expectAccessible(page));
    });
  });

async function expectSound(page: Page, { isPlain }: PageType) {
  await expect.soft(page.locator('html')).toHaveAttribute('lang', 'en-GB');
  await expect.soft(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect.soft(page.getByRole('main')).toHaveCount(1);
  expect.soft(await unlabelled(page)).toEqual([]);
  if (isPlain) return;
  await expect.soft(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect.soft(page.getByRole('contentinfo')).toHaveCount(1);
  const safety = page.getByRole('region', { name: words.common.safety });
  await expect.soft(safety.getByRole('link', { name: words.common.helpNow })).toBeVisible();
  await expect.soft(safety.getByRole('link', { name: words.common.exit })).toBeVisible();
}

/** Nothing scrolls sideways unless a keyboard can, and every control can be hit. */
async function expectFit(page: Page) {
  for (const viewport of [desk, tablet, phone, small, zoomed]) {
    await page.setViewportSize(viewport);
    const name = `${viewport.width} × ${viewport.height} px`;
    expect.soft(await overflow(page), name).toBeLessThanOrEqual(0);
    expect.soft(await unreachableScrollers(page), name).toEqual([]);
    expect.soft(await smallControls(page), name).toEqual([]);
  }
}

/** Large text moves words to further lines: none leaves the page, none lies over another. */
async function expectFitEnlarged(page: Page) {
  const setSize = (size: string) =>
    page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
    }, size);
  await setSize('200%');
  for (const viewport of [desk, phone]) {
    await page.setViewportSize(viewport);
    const name = `${viewport.width} px, text twice as large`;
    expect.soft(await overflow(page), name).toBeLessThanOrEqual(0);
    expect.soft(await unreachableScrollers(page), name).toEqual([]);
    expect.soft(await coveredCells(page), name).toEqual([]);
  }
  await setSize('');
}

/** Themes that a person asks their system for. */
const lightAndDark: Theme[] = [{ colorScheme: 'light' }, { colorScheme: 'dark' }];
const strong: Theme[] = lightAndDark.map((theme) => ({ ...theme, contrast: 'more' }));
const forced: Theme = { forcedColors: 'active' };
const looks: { viewport: typeof desk; themes: Theme[] }[] = [
  { viewport: desk, themes: lightAndDark },
  { viewport: phone, themes: [...lightAndDark, ...strong, forced] },
];

async function expectAccessible(page: Page) {
  for (const { viewport, themes } of looks)
    for (const theme of themes) {
      await page.setViewportSize(viewport);
      const name = `${Object.values(theme).join(', ')}, ${viewport.width} px`;
      expect.soft(await violationsOf(page, theme), name).toEqual([]);
    }
}

test('every page has a title of its own', async ({ openBrowser, signedInAs, watch }) => {
  const titles = new Map<string, Set<string>>();
  for (const type of pageTypes.filter(({ needsOwnApp }) => !needsOwnApp)) {
    const context = await openBrowser();
    if (type.status) watch.expectStatus(type.status);
    if (type.part) await signedInAs(type.part, context);
    const page = await context.newPage();
    await openPage(page, type);
    const title = await page.title();
    titles.set(title, (titles.get(title) ?? new Set()).add(type.about));
    await context.close();
  }
  const shared = [...titles].filter(([title, about]) => title === '' || about.size > 1);
  expect(shared).toEqual([]);
});
