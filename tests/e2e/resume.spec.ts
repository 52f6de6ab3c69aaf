import { expect, test } from './fixtures.ts';
import { answer, expectStep, play } from './playing.ts';
import { scenario, strong, words } from './words.ts';

test.use({ hasOwnApp: true });

const { choices } = strong;

test('going on in another browser, and sending an old page from the first', async ({
  page,
  openBrowser,
  signedInAs,
}) => {
  await signedInAs('staff');
  await page.goto(scenario.address);
  await page.getByRole('button', { name: words.scenarios.intro.start }).click();
  await play(page, choices.slice(0, 3));

  const elsewhere = await openBrowser();
  await signedInAs('staff', elsewhere);
  const other = await elsewhere.newPage();
  await other.goto(scenario.address);
  await other.getByRole('link', { name: words.scenarios.intro.goOn }).click();
  await expectStep(other, 3);
  await play(other, choices.slice(3, 6), { from: 3 });

  await answer(page, 3, choices[3] ?? []);
  await expect(page.getByRole('status')).toHaveText(words.play.notices.stale);
  await expectStep(page, 6);
  await other.reload();
  await expectStep(other, 6);

  await play(page, choices.slice(6), { from: 6 });
  await expect(page.locator('.path-stop')).toHaveCount(choices.length);
  await page.goto('/records');
  await expect(page.getByRole('rowheader')).toHaveCount(1);
});
