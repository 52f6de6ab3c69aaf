import type { Page } from '@playwright/test';

/** How many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Parts that scroll sideways and that a keyboard cannot scroll. */
export function unreachableScrollers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      .filter((element) => element.tabIndex < 0)
      .map(({ outerHTML }) => outerHTML.slice(0, 150)),
  );
}

/** Lines of tables in which one cell lies over another. */
export function coveredCells(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main tr')]
      .filter(({ children }) => {
        const boxes = [...children]
          .flatMap((cell) => [cell, ...cell.children])
          .map((element) => ({ element, box: element.getBoundingClientRect() }));
        return boxes.some((one, index) =>
          boxes
            .slice(index + 1)
            .some(
              (other) =>
                !one.element.contains(other.element) &&
                one.box.right - other.box.left > 1 &&
                other.box.right - one.box.left > 1 &&
                one.box.bottom - other.box.top > 1 &&
                other.box.bottom - one.box.top > 1,
            ),
        );
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 150)),
  );
}

/** Controls smaller than 24 by 24 pixels, links within a sentence excepted (WCAG 2.5.8). */
export function smallControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isInSentence = (control: Element) =>
      getComputedStyle(control).display === 'inline' &&
      [...(control.parentElement?.childNodes ?? [])].some(
        (node) => node !== control && (node.textContent ?? '').trim() !== '',
      );
    const controls = document.querySelectorAll(
      'a[href], button, input:not([type="hidden"]), select, textarea, summary',
    );
    const shown = [...controls].filter((control) => control.checkVisibility());
    return shown.flatMap((control) => {
      const target = control.closest('label') ?? control;
      const { width, height } = target.getBoundingClientRect();
      const isTooSmall = width < 24 || height < 24;
      return isTooSmall && !isInSentence(control)
        ? [`${width} × ${height}: ${control.outerHTML.slice(0, 150)}`]
        : [];
    });
  });
}

export function unlabelled(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input:not([type="hidden"]), select')]
      .filter(({ labels }) => !labels?.length || labels[0]?.textContent?.trim() === '')
      .map(({ outerHTML }) => outerHTML),
  );
}
