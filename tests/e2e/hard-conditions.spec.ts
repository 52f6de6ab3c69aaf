import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { overflow } from './measures.ts';
import { debrief, expectStep, playAhead } from './playing.ts';
import { contacts, harm, sceneWords, strong, type Walkthrough, words } from './words.ts';

const small = { width: 320, height: 640 };
const upTo = (path: string) => strong.choices.slice(0, strong.passes.indexOf(path));

test.beforeEach(({ signedInAs }) => signedInAs('staff'));

test('without stylesheets a scene can be read and answered', async ({ page }) => {
  await page.route('**/*.css', (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  await page.setViewportSize(small);
  await page.goto(await playAhead(page.request, upTo('formTime.firstWords')));
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.locator('main button[name="choice"]').first().click();
  await expectStep(page, upTo('formTime.firstWords').length + 1);
});

test('without pictures the faces are told in words', async ({ page, watch }) => {
  watch.expectStatus(404);
  await page.route('**/characters/*', (route) => route.fulfill({ status: 404 }));
  await page.goto(await playAhead(page.request, upTo('formTime.firstWords')));
  await expect(page.getByRole('img', { name: /^Bethan looks/ })).toBeVisible();
});

test.describe('where half of the script fails', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test.beforeEach(async ({ context, watch }) => {
    watch.expectWords('broken by the test');
    await context.addInitScript(() => {
      const broken = () => {
        throw new Error('broken by the test');
      };
      customElements.define = broken;
      HTMLElement.prototype.focus = broken;
      Element.prototype.animate = broken;
    });
    await context.route('**/exit', (route) => route.fulfill({ body: 'elsewhere' }));
  });

  test('a chat is whole, its scene is answered, and Shift still leaves', async ({ page }) => {
    await page.goto(await playAhead(page.request, upTo('afterwards.staffChat')));
    const chat = page.getByRole('list', { name: words.play.thread }).getByRole('listitem');
    await expect(chat.last()).toHaveCSS('opacity', '1');
    // From here on without fades: one to a page that is not ours is aborted, and reported as a fault.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.locator('main button[name="choice"]').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      sceneWords('afterwards.reply').title,
    );
    await page.waitForLoadState();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    await page.waitForURL('**/exit');
  });
});

test('a name of sixty letters fits every scene of a path, at twice the text on a small phone', async ({
  page,
}) => {
  const name = `Nasreen ${'Featherstonehaugh'.repeat(4).slice(0, 60)}`;
  await page.setViewportSize(small);
  await page.route('**/attempts/*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replaceAll(contacts.dsl.name, name),
    });
  });
  await followPath(page, harm, async (path) => {
    for (const size of ['100%', '200%']) {
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, size);
      expect.soft(await overflow(page), `${path} at ${size}`).toBeLessThanOrEqual(0);
    }
  });
});

test('on paper the debrief has its reasons, and nothing to press', async ({ page }) => {
  await page.goto(await playAhead(page.request, strong.choices));
  await expect(debrief(page)).toBeVisible();
  const why = page.getByText(words.play.debrief.why, { exact: true }).last();
  await expect(why).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(why).toBeVisible();
  await expect(page.getByRole('button', { name: words.play.debrief.tryFrom }).first()).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(why).toBeHidden();
});

/** Opens each scene of a walkthrough, and its ending, and checks it. */
async function followPath(
  page: Page,
  { choices, passes }: Walkthrough,
  check: (path: string) => Promise<void>,
) {
  for (let step = 0; step <= choices.length; step += 1) {
    await page.goto(await playAhead(page.request, choices.slice(0, step)));
    await check(passes[step] ?? 'the ending');
  }
}
