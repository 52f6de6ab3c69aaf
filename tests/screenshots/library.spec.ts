import path from 'node:path';
import { test } from '#tests/e2e/fixtures.ts';
import { goodPlays } from '#tests/e2e/library-plays.ts';
import { answer } from '#tests/e2e/playing.ts';

const folder = path.join(process.env.SIGNPOST_SCREENSHOTS ?? '.cache/screenshots', 'library');
const widths = [360, 1280] as const;

// One app for each: somebody who goes on where another test was would see another scene.
test.use({ hasOwnApp: true });

for (const { id, track, walkthrough } of await goodPlays())
  test(`${id}, every scene of a good path`, async ({ page, signedInAs }) => {
    if (track === 'staff') await signedInAs('staff');
    const picture = async (name: string) => {
      await page.waitForLoadState('networkidle');
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const file = `${id.replace('/', '-')}/${name}-${width}.png`;
        await page.screenshot({ path: path.join(folder, file), fullPage: true });
      }
    };
    await page.goto(`/scenarios/${id}`);
    await picture('00-introduction');
    await page.locator('main form[method="post"] button').first().click();
    for (const [step, values] of walkthrough.choices.entries()) {
      await picture(`${String(step + 1).padStart(2, '0')}-${walkthrough.passes[step]}`);
      await answer(page, step, values);
    }
    await page.getByRole('heading', { level: 1 }).waitFor();
    await picture('99-ending');
  });
