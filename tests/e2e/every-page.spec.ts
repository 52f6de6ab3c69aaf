import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openPage, type PageType, pageTypes } from './page-types.ts';
import { words } from './words.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
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
      await test.step('light and dark, on a desk and on a phone', () => expectAccessible(page));
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

async function expectAccessible(page: Page) {
  for (const viewport of [desk, phone])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
      const found = violations.map(({ id, nodes }) => [
        id,
        ...nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
      ]);
      expect.soft(found, `${colorScheme}, ${viewport.width} px`).toEqual([]);
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

/** How many pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Parts that scroll sideways and that a keyboard cannot scroll. */
function unreachableScrollers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      .filter((element) => element.tabIndex < 0)
      .map(({ outerHTML }) => outerHTML.slice(0, 150)),
  );
}

/** Controls smaller than 24 by 24 pixels, links within a sentence excepted (WCAG 2.5.8). */
function smallControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isInSentence = (control: Element) =>
      getComputedStyle(control).display === 'inline' &&
      [...(control.parentElement?.childNodes ?? [])].some(
        (node) => node !== control && (node.textContent ?? '').trim() !== '',
      );
    const controls = document.querySelectorAll(
      'a[href], button, input:not([type="hidden"]), select, textarea, summary',
    );
    return [...controls].flatMap((control) => {
      const target = control.closest('label') ?? control;
      const { width, height } = target.getBoundingClientRect();
      const isTooSmall = width < 24 || height < 24;
      return isTooSmall && !isInSentence(control)
        ? [`${width} × ${height}: ${control.outerHTML.slice(0, 150)}`]
        : [];
    });
  });
}

function unlabelled(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input:not([type="hidden"]), select')]
      .filter(({ labels }) => !labels?.length || labels[0]?.textContent?.trim() === '')
      .map(({ outerHTML }) => outerHTML),
  );
}
