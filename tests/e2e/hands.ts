import { expect, type Locator } from '@playwright/test';

/** How somebody works a page. */
export type Hand = {
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  choose(target: Locator, label: string): Promise<void>;
  /** A day, `2026-11-22`, into a date field. */
  date(target: Locator, day: string): Promise<void>;
};

export const mouse: Hand = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  choose: async (target, label) => {
    await target.selectOption({ label });
  },
  date: (target, day) => target.fill(day),
};

const mostTabs = 200;

/** Tab and Shift+Tab, Enter and Space, and letters and digits in fields. Focus is seen at every stop. */
export const keyboard: Hand = {
  async press(target) {
    await tabTo(target);
    const type = await target.getAttribute('type');
    await target.page().keyboard.press(type === 'checkbox' ? 'Space' : 'Enter');
  },
  async write(target, text) {
    await tabTo(target);
    await target.page().keyboard.type(text);
  },
  async choose(target, label) {
    await tabTo(target);
    await target.page().keyboard.type(label);
    await expect(target.locator('option:checked')).toHaveText(label);
  },
  async date(target, day) {
    await tabTo(target);
    const { keyboard } = target.page();
    const [year, month, date] = day.split('-');
    // Which part comes first is the browser's own choice, whatever the page's language.
    for (const digits of [`${date}${month}${year}`, `${month}${date}${year}`]) {
      await keyboard.type(digits);
      if ((await target.inputValue()) === day) return;
      await keyboard.press('Shift+Tab');
      await keyboard.press('Shift+Tab');
    }
    await expect(target).toHaveValue(day);
  },
};

/** Goes to a control by Tab, or back to it by Shift+Tab where it has been passed. */
export async function tabTo(target: Locator) {
  const { keyboard } = target.page();
  await expect(target).toBeAttached();
  const key = (await isBefore(target)) ? 'Shift+Tab' : 'Tab';
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await keyboard.press(key);
    await expectVisibleFocus(target);
  }
  throw new Error(`${target} cannot be reached by ${key}`);
}

function isBefore(target: Locator) {
  return target.evaluate(
    (element) =>
      document.activeElement !== null &&
      document.activeElement !== document.body &&
      (element.compareDocumentPosition(document.activeElement) &
        Node.DOCUMENT_POSITION_FOLLOWING) !==
        0,
  );
}

/** Whatever has focus has an outline, and nothing lies over it. */
export async function expectVisibleFocus(anything: Locator) {
  const seen = await anything.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getClientRects()[0] ?? new DOMRect();
    const middle = (from: number, to: number, end: number) =>
      (Math.max(from, 0) + Math.min(to, end)) / 2;
    const above = document.elementFromPoint(
      middle(box.left, box.right, innerWidth),
      middle(box.top, box.bottom, innerHeight),
    );
    return {
      what: element.outerHTML.slice(0, 120),
      isOutlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0,
      isUncovered: element.contains(above),
    };
  });
  if (seen) expect(seen).toEqual({ what: seen.what, isOutlined: true, isUncovered: true });
}
