import { expect, test } from './fixtures.ts';
import { playAhead } from './playing.ts';
import { strong, words } from './words.ts';

test('the skip link leads past everything to the choices', async ({ page, signedInAs }) => {
  await signedInAs('staff');
  await page.goto(await playAhead(page.request, strong.choices.slice(0, 3)));
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: words.common.skip });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('main button[name="choice"]').first()).toBeFocused();
});
