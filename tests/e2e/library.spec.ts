import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { goodPlays } from './library-plays.ts';
import { play } from './playing.ts';

test.use({ viewport: { width: 360, height: 740 } });

for (const { id, track, title, walkthrough } of await goodPlays())
  test(`${id} is played well on a phone, to its ending`, async ({ page, signedInAs }) => {
    if (track === 'staff') await signedInAs('staff');
    await page.goto(`/scenarios/${id}`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await page.locator('main form[method="post"] button').first().click();
    await play(page, walkthrough.choices);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, 'the ending scrolls sideways').toBeLessThanOrEqual(360);
    expect(await violationsOf(page)).toEqual([]);
  });
