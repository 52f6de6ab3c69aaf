import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { playAhead } from './playing.ts';
import { strong, words } from './words.ts';

test.beforeEach(async ({ page, signedInAs }) => {
  await signedInAs('staff');
  const upTo = strong.passes.indexOf('afterwards.staffChat');
  await page.goto(await playAhead(page.request, strong.choices.slice(0, upTo)));
});

test('where motion is reduced, all messages are there at once', async ({ page }) => {
  await expectAllShown(page);
  await expect(showAll(page)).toHaveCount(0);
});

test.describe('where motion is welcome', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('messages arrive one by one, are heard from the start, and can be had at once', async ({
    page,
  }) => {
    await expect(messages(page).first()).toHaveCSS('opacity', '1');
    await expect(messages(page).last()).toHaveCSS('opacity', '0');
    await expect(page.getByRole('list', { name: words.play.thread })).toContainText(
      (await messages(page).last().locator('p').last().textContent()) ?? '',
    );
    await showAll(page).click();
    await expectAllShown(page);
    await expect(showAll(page)).toHaveCount(0);
  });

  test('whoever presses on too soon is shown all of it first', async ({ page }) => {
    const next = page.locator('main button[name="choice"]');
    const address = page.url();
    await expect(messages(page).last()).toHaveCSS('opacity', '0');
    await next.click();
    await expectAllShown(page);
    await expect(page.getByRole('list', { name: words.play.thread })).toBeVisible();
    await next.click();
    await expect(page.getByRole('list', { name: words.play.thread })).toBeHidden();
    expect(page.url()).toBe(address);
  });

  test('left to itself, the chat unfolds to the end', async ({ page }) => {
    await expectAllShown(page);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, contextOptions: { reducedMotion: 'no-preference' } });

  test('all messages are there', async ({ page }) => {
    await expectAllShown(page);
  });
});

function messages(page: Page) {
  return page.getByRole('list', { name: words.play.thread }).getByRole('listitem');
}

function showAll(page: Page) {
  return page.getByRole('button', { name: words.play.threadShowAll });
}

async function expectAllShown(page: Page) {
  expect(await messages(page).count()).toBeGreaterThan(1);
  for (const message of await messages(page).all()) await expect(message).toHaveCSS('opacity', '1');
}
