import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { keyboard } from './hands.ts';
import { answer, debrief, expectStep } from './playing.ts';
import { hear, pictures, speak } from './spoken.ts';
import { scenario, sceneWords, strong, words } from './words.ts';

test.use({ hasOwnApp: true });

/**
 * A person who hears the page and works it by keyboard. What is heard is kept as text, to be read
 * when it changes; a change that is meant is kept by `npx playwright test spoken --update-snapshots`.
 */
test('the recommended way, as it is heard', async ({ page, signedInAs }) => {
  await signedInAs('staff');
  await page.goto(scenario.address);
  const heard = [await listen(page, scenario.title)];
  await keyboard.press(page.getByRole('button', { name: words.scenarios.intro.start }));
  for (const [step, values] of strong.choices.entries()) {
    await expectStep(page, step);
    heard.push(await listen(page, sceneWords(strong.passes[step] ?? '').title));
    await expectSensibleStart(page);
    await answer(page, step, values, keyboard);
  }
  await debrief(page).waitFor();
  heard.push(await listen(page, sceneWords(strong.ending).title));
  await expectSensibleStart(page);
  expect(heard.join('\n')).toMatchSnapshot('recommended.txt');
});

/** Says the page's title and what is in its main part. The title names what the page is about. */
async function listen(page: Page, about: string): Promise<string> {
  const title = await page.title();
  expect.soft(title).toContain(about);
  expect.soft(await imagesWithoutAlt(page), title).toEqual([]);
  const heard = await hear(page.getByRole('main'));
  expect.soft(pictures(heard).filter(({ name }) => !name)).toEqual([]);
  return `# ${title}\n\n${withoutDaysAndCodes(speak(heard).join('\n'))}\n`;
}

/**
 * The first Tab on a new page reaches the skip link; where the page put the focus on its heading,
 * it reaches a term explained or the first choice, or the first control of a page that has neither.
 */
async function expectSensibleStart(page: Page) {
  await page.waitForLoadState();
  const isInMain = await page.evaluate(() => document.activeElement?.closest('main') != null);
  await page.keyboard.press('Tab');
  const choices = page.locator('main :is(.asides summary, [name="choice"]:not([type="hidden"]))');
  const controls = page.locator('main :is(a[href], button, summary):visible');
  const first = (await choices.count()) > 0 ? choices.first() : controls.first();
  const skip = page.getByRole('link', { name: words.common.skip });
  await expect.soft(isInMain ? first : skip).toBeFocused();
}

function imagesWithoutAlt(page: Page): Promise<string[]> {
  return page
    .locator('img:not([alt])')
    .evaluateAll((images) => images.map(({ outerHTML }) => outerHTML));
}

/** What differs from one play to the next is not compared: days, and the codes of certificates. */
function withoutDaysAndCodes(text: string): string {
  return text
    .replace(/\b\d{1,2} [A-Z][a-z]+ 20\d\d\b/g, '(a day)')
    .replace(/\b[0-9A-Z]{4}(-[0-9A-Z]{4}){4}\b/g, '(a code)');
}
