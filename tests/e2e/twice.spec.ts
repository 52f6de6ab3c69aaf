import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectStep, play, playAhead, stepAhead } from './playing.ts';
import { strong, words } from './words.ts';

const decisionAt = 3;

test.beforeEach(async ({ page, signedInAs }) => {
  await signedInAs('staff');
  await page.goto(await playAhead(page.request, strong.choices.slice(0, decisionAt)));
});

test('a double click sends a choice once', async ({ page }) => {
  expect(await doubleClick(page)).toBe(1);
  await expectStep(page, decisionAt + 1);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a double click records a choice once', async ({ page }) => {
    await doubleClick(page);
    await expectStep(page, decisionAt + 1);
    await expect(page.getByText(words.play.notices.stale)).toHaveCount(0);
  });
});

test('the same choice sent again is taken as it was the first time', async ({ page }) => {
  const address = new URL(page.url()).pathname;
  const again = strong.choices.slice(decisionAt, decisionAt + 1);
  await play(page, again, { from: decisionAt });
  await stepAhead(page.request, address, again, decisionAt);
  await page.reload();
  await expectStep(page, decisionAt + 1);
});

test('going back after a step shows where the person is, and choosing goes on', async ({
  page,
}) => {
  await play(page, strong.choices.slice(decisionAt, decisionAt + 2), { from: decisionAt });
  await page.goBack();
  await expectStep(page, decisionAt + 2);
  await play(page, strong.choices.slice(decisionAt + 2, decisionAt + 3), { from: decisionAt + 2 });
});

test('another choice on a page kept from before gets a notice and changes nothing', async ({
  page,
  context,
}) => {
  const kept = await context.newPage();
  await kept.goto(page.url());
  await play(page, strong.choices.slice(decisionAt, decisionAt + 1), { from: decisionAt });
  await kept.locator('main button[value="ask.why"]').click();
  await expect(kept.getByRole('status')).toHaveText(words.play.notices.stale);
  await expectStep(kept, decisionAt + 1);
});

/** Clicks a choice twice before the server has answered; returns how often it was sent. */
async function doubleClick(page: Page): Promise<number> {
  let sent = 0;
  let tellClicked = () => {};
  const clicked = new Promise<void>((resolve) => {
    tellClicked = resolve;
  });
  await page.route('**/attempts/*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    sent += 1;
    const response = await route.fetch({ maxRedirects: 0 });
    await clicked;
    // The browser has given up the first of two; nobody takes its answer any more.
    await route.fulfill({ response }).catch(() => {});
  });
  await page.locator(`main button[value="${strong.choices[decisionAt]?.[0]}"]`).dblclick();
  tellClicked();
  await expectStep(page, decisionAt + 1);
  return sent;
}
