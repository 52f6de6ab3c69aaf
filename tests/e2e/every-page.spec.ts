import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openPage, pageTypes } from './page-types.ts';
import { words } from './words.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
const small = { width: 320, height: 640 };
/** A desk's window at 400 %. */
const zoomed = { width: 1280 / 4, height: 1024 / 4 };

for (const type of pageTypes)
  test.describe(type.name, () => {
    test.use({ hasOwnApp: type.needsOwnApp ?? false });
    test.beforeEach(async ({ page, watch, signedInAs }) => {
      if (type.status) watch.expectStatus(type.status);
      if (type.part) await signedInAs(type.part);
      await openPage(page, type);
    });

    test('is accessible in light and dark, on a desk and on a phone', async ({ page }) => {
      for (const viewport of [desk, phone])
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme });
          const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
          const found = violations.map(({ id, nodes }) => [
            id,
            ...nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
          ]);
          expect(found, `${colorScheme}, ${viewport.width} px`).toEqual([]);
        }
    });

    test('fits small and zoomed screens, and every control can be hit', async ({ page }) => {
      for (const viewport of [desk, phone, small, zoomed]) {
        await page.setViewportSize(viewport);
        const name = `${viewport.width} × ${viewport.height} px`;
        expect(await overflow(page), name).toBeLessThanOrEqual(0);
        expect(await smallControls(page), name).toEqual([]);
      }
    });

    test('has a language, landmarks, one heading of the first level, and labels', async ({
      page,
    }) => {
      await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page.getByRole('main')).toHaveCount(1);
      expect(await unlabelled(page)).toEqual([]);
      if (type.isPlain) return;
      await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
      await expect(page.getByRole('contentinfo')).toHaveCount(1);
      const safety = page.getByRole('region', { name: words.common.safety });
      await expect(safety.getByRole('link', { name: words.common.helpNow })).toBeVisible();
      await expect(safety.getByRole('link', { name: words.common.exit })).toBeVisible();
    });
  });

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
