import type { Page } from '@playwright/test';
import { neutralAddress } from '#app/modules/help/neutral-address.ts';
import { expect, test } from './fixtures.ts';
import { expectStep, playAhead } from './playing.ts';
import { contacts, harm, scenario, secret, strong, type Walkthrough, words } from './words.ts';

test.describe('leaving a scene', () => {
  test.beforeEach(async ({ page, signedInAs }) => {
    await signedInAs('staff');
    await keepExitHere(page);
    await page.goto(scenario.address);
    await page.goto(await playAhead(page.request, strong.choices.slice(0, 3)));
  });

  test('by the link leaves nothing to come back to', async ({ page }) => {
    await exitLink(page).click();
    await page.waitForURL(neutralAddress);
    await page.goBack();
    await expect(page).toHaveURL(scenario.address);
  });

  test('by Shift three times', async ({ page }) => {
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    await page.waitForURL(neutralAddress);
    await page.goBack();
    await expect(page).toHaveURL(scenario.address);
  });

  test('going backwards by Shift and Tab stays', async ({ page }) => {
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('Shift+Tab');
    await expectStep(page, 3);
  });

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });

    test('by the link', async ({ page }) => {
      await exitLink(page).click();
      await page.waitForURL(neutralAddress);
    });
  });
});

test('a manager leaves a page with its own script in the same ways', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('manager');
  await keepExitHere(page);
  await page.goto('/compliance');
  await page.locator('summary', { hasText: words.compliance.filter.title }).click();
  await page.getByRole('button', { name: words.compliance.filter.apply }).click();
  await expect(page).toHaveURL(/sort=/);
  await exitLink(page).click();
  await page.waitForURL(neutralAddress);
  await page.goto('/compliance');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
  await page.waitForURL(neutralAddress);
});

test('help opens from a scene and leads back to it', async ({ page, signedInAs }) => {
  await signedInAs('staff');
  const address = await playAhead(page.request, strong.choices.slice(0, 3));
  await page.goto(address);
  await helpLink(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.help.title);
  await expect(page.getByRole('link', { name: contacts.dsl.phone })).toBeVisible();
  await expect(page.getByRole('link', { name: '999', exact: true }).first()).toBeVisible();
  await helpLink(page).click();
  await page.getByRole('link', { name: words.help.back }).click();
  await expect(page).toHaveURL(address);
  await expectStep(page, 3);
});

const endings: [string, Walkthrough][] = [
  ['recommended', strong],
  ['workable', secret],
  ['harmful', harm],
];
for (const [rating, { choices }] of endings)
  test(`a ${rating} ending asks whom it reminds of, and says whom to tell`, async ({
    page,
    signedInAs,
  }) => {
    await signedInAs('staff');
    await page.goto(await playAhead(page.request, choices));
    const support = page.getByRole('region', { name: words.play.support.titles.staff });
    await expect(support).toContainText(contacts.dsl.name);
    await expect(support.getByRole('link', { name: contacts.dsl.phone })).toBeVisible();
    await expect(support.getByRole('link', { name: '999' })).toHaveAttribute('href', 'tel:999');
  });

function exitLink(page: Page) {
  return page.getByRole('link', { name: `${words.common.exit} ${words.common.exitKeys}` });
}

function helpLink(page: Page) {
  return page.getByRole('link', { name: words.common.helpNow }).first();
}

/**
 * Answers for the page that Exit leads to, so that nothing leaves. Playwright does not see where a
 * redirect leads: the server's is checked and turned into one that the browser follows by itself.
 */
async function keepExitHere(page: Page) {
  await page.route('**/exit', async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers().location).toBe(neutralAddress);
    expect(answer.headers()['set-cookie']).toMatch(/^signpost-here=;.*Max-Age=0/);
    const body = `<meta http-equiv="refresh" content="0;url=${neutralAddress}">`;
    await route.fulfill({ contentType: 'text/html', body });
  });
  await page.route(neutralAddress, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
  );
}
