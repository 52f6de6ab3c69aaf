import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { expectVisibleFocus } from './hands.ts';
import { overflow, smallControls } from './measures.ts';
import { openPage } from './page-types.ts';

const list = { name: 'components', about: 'components', open: '/components' };
const phone = { width: 360, height: 740 };
const controls =
  'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]';

/** Each page does the same: first the one with all components, then each example that is a page. */
async function onEachPage(page: Page, check: () => Promise<void>) {
  await openPage(page, list);
  await check();
  const links = page.locator('main a[href^="/components/"]');
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses)
    await test.step(address ?? '', async () => {
      await openPage(page, { ...list, open: address ?? '' });
      await check();
    });
}

test('Tab reaches every control once, in reading order, and focus is seen on each', async ({
  page,
}) => {
  await onEachPage(page, async () => {
    const expected = await numberControls(page);
    expect(await tabThrough(page, expected.length)).toEqual(expected);
    expect(await smallControls(page)).toEqual([]);
  });
});

test('in forced colours every control keeps an edge or a line', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await onEachPage(page, async () => expect(await withoutEdges(page)).toEqual([]));
});

test('examples that are pages are accessible and fit a phone', async ({ page }) => {
  await page.setViewportSize(phone);
  await onEachPage(page, async () => {
    expect.soft(await violationsOf(page), page.url()).toEqual([]);
    expect.soft(await violationsOf(page, { colorScheme: 'dark' }), page.url()).toEqual([]);
    expect.soft(await overflow(page), page.url()).toBeLessThanOrEqual(0);
  });
});

/**
 * Numbers the controls as they stand in the document, and names those that Tab stops at: of a group of
 * circles one, the chosen or else the first.
 */
function numberControls(page: Page): Promise<string[]> {
  return page.evaluate(
    (controls) =>
      [...document.querySelectorAll<HTMLElement>(controls)]
        .filter((control) => control.checkVisibility())
        .map((control, index) => {
          control.dataset.order = `${index}`;
          return { control, name: `${index} ${control.tagName}` };
        })
        .filter(({ control }) => {
          if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return true;
          const group = [...document.getElementsByName(control.name)] as HTMLInputElement[];
          return control === (group.find(({ checked }) => checked) ?? group[0]);
        })
        .map(({ name }) => name),
    controls,
  );
}

/** The controls that have focus one after the other; a date keeps it for day, month and year. */
async function tabThrough(page: Page, most: number): Promise<string[]> {
  const reached: string[] = [];
  const extra = 50;
  for (let tabs = 0; tabs < most + extra && reached.length < most; tabs += 1) {
    await page.keyboard.press('Tab');
    await expectVisibleFocus(page.locator('body'));
    const now = await page.evaluate(() => {
      const control = document.activeElement as HTMLElement | null;
      return `${control?.dataset.order} ${control?.tagName}`;
    });
    if (now !== reached.at(-1)) reached.push(now);
  }
  return reached;
}

/** Controls that nothing marks as such, no edge, line or picture, once the page's colours are gone. */
function withoutEdges(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a[href], button, input:not([type="hidden"]), select')]
      .filter((control) => !control.querySelector('svg, img'))
      // A box or a circle that is the browser's own has an edge that no style tells of.
      .filter((control) => {
        const { appearance } = getComputedStyle(control);
        return !control.matches('[type="checkbox"], [type="radio"]') || appearance !== 'auto';
      })
      .filter((control) => {
        const style = getComputedStyle(control.closest('label') ?? control);
        const hasEdge = ['Top', 'Right', 'Bottom', 'Left'].some(
          (side) =>
            style.getPropertyValue(`border-${side.toLowerCase()}-style`) !== 'none' &&
            Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) > 0,
        );
        const hasOutline =
          style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
        return !hasEdge && !hasOutline && !style.textDecorationLine.includes('underline');
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 150)),
  );
}
