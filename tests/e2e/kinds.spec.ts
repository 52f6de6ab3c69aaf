import type { Page } from '@playwright/test';
import { createKindsJson, inOrder, listed } from '#tests/factories/kinds.ts';
import { writeKinds } from '#tests/factories/kinds-folder.ts';
import { temporaryFolder } from '#tests/setup/temporary-folder.ts';
import { violationsOf } from './axe.ts';
import { startDemoApp } from './demo-app.ts';
import { test as base, expect } from './fixtures.ts';
import { type Hand, keyboard, mouse } from './hands.ts';
import { overflow, smallControls } from './measures.ts';
import { answer, arrange, debrief, expectStep, stepAhead } from './playing.ts';
import { hear, speak } from './spoken.ts';
import { words } from './words.ts';

/** An app of its own, whose library holds a scenario of the further kinds. */
const test = base.extend<object, { library: string }>({
  library: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads here what a fixture needs
    async ({}, use) => {
      const { folder, remove } = await temporaryFolder('e2e-kinds');
      await writeKinds(folder);
      const app = await startDemoApp({ SIGNPOST_SCENARIOS: folder });
      await use(app.url);
      await app.stop();
      await remove();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ library }, use) => use(library),
});

const { folder } = createKindsJson();
const hurried = ['tell', 'thank', 'explain', 'write'];
const blaming = [['next'], hurried, ['be.careful'], ['next']];
const { order } = words.play;
const rows = (page: Page) => page.locator('main ol.order > li');
const way = (page: Page, value: string) => page.locator(`main button[value="${value}"]`);

test.beforeEach(({ signedInAs }) => signedInAs('staff'));

async function begin(page: Page, choices: string[][] = []) {
  const started = await page.request.post(`/scenarios/${folder}`, { maxRedirects: 0 });
  const address = started.headers().location ?? '';
  await stepAhead(page.request, address, choices);
  await page.goto(address);
  return address;
}

/** Plays it to its end, and looks at each page on the way. */
async function playAll(page: Page, hand: Hand, look: () => Promise<void>) {
  await begin(page);
  await expectStep(page, 0);
  await look();
  await expect(page.getByText('Thank you for telling me. I am listening.')).toBeVisible();
  await answer(page, 0, ['next'], hand);
  await expectStep(page, 1);
  await look();
  await expect(rows(page).first()).toContainText('Tell');
  await answer(page, 1, hurried, hand);
  await expectStep(page, 2);
  await look();
  await expect(page.locator('.echo')).toContainText('Listen first: whoever is heard can bear');
  await expect(page.locator('.speech')).toContainText('Why did she answer him at midnight?');
  await answer(page, 2, ['be.careful'], hand);
  await expectStep(page, 3);
  await look();
  await expect(page.locator('.echo mark')).toHaveText([
    'Why did she answer him',
    'should be more careful',
  ]);
  await expect(page.locator('.echo')).toContainText('It was my fault. I will not tell again.');
  await expect(page.locator('.pause')).toContainText('Who listened to you');
  await expect(page.getByText(words.play.pauseNote)).toBeVisible();
  await answer(page, 3, ['next'], hand);
  await debrief(page).waitFor();
  await look();
}

test('each kind is played with script, and every page is accessible', async ({ page }) => {
  await playAll(page, mouse, async () => expect.soft(await violationsOf(page)).toEqual([]));
});

const widths = { 'a phone': 360, 'a zoom of 400 per cent': 320 };
for (const [name, width] of Object.entries(widths))
  test.describe(`in ${name}`, () => {
    test.use({ viewport: { width, height: width === 320 ? 256 : 740 } });

    test('each kind is played by keyboard only, and fits', async ({ page }) => {
      await playAll(page, keyboard, async () => {
        expect.soft(await overflow(page), page.url()).toBeLessThanOrEqual(0);
        expect.soft(await smallControls(page)).toEqual([]);
      });
    });
  });

test('with each move focus stays, or goes to the way back, and the place is said', async ({
  page,
}) => {
  await begin(page, [['next']]);
  const address = page.url();
  await page.evaluate(() => document.documentElement.setAttribute('data-same-document', ''));
  await way(page, 'up.explain').press('Enter');
  await expect(way(page, 'up.explain')).toBeFocused();
  await expect(page.getByRole('status')).toHaveText('Now 2 of 4: Say whom you will tell, and why.');
  await way(page, 'up.explain').press('Space');
  await expect(rows(page).first()).toContainText('Say whom you will tell');
  await expect(way(page, 'down.explain')).toBeFocused();
  await expect(way(page, 'up.explain')).toBeHidden();
  await expect(page.getByRole('status')).toHaveText(/^Now 1 of 4/);
  await expect(page.locator('html')).toHaveAttribute('data-same-document', '');
  expect(page.url()).toBe(address);
});

test.describe('where no script runs', () => {
  test.use({ javaScriptEnabled: false });

  test('each kind is played', async ({ page }) => {
    await playAll(page, mouse, async () => {});
  });

  test('the server moves a row, records nothing and tells nothing in the address', async ({
    page,
  }) => {
    await begin(page, [['next']]);
    const address = page.url();
    await way(page, 'up.write').click();
    await expect(rows(page).first()).toContainText('Write down');
    await expect(page.getByRole('status')).toHaveText(/^Now 1 of 4/);
    await expect(way(page, 'down.write')).toBeFocused();
    await expectStep(page, 1);
    await way(page, 'down.tell').click();
    await expect(way(page, 'down.tell')).toBeFocused();
    expect(page.url()).toBe(address);
    await page.goto(address);
    await expect(rows(page).first()).toContainText('Tell');
  });
});

test('an order that is not whole comes back as it was left, with what to do', async ({
  page,
  watch,
}) => {
  watch.expectStatus(400);
  await begin(page, [['next']]);
  await arrange(page, ['write', 'explain']);
  await page.locator('main input[value="thank"]').evaluate((row) => row.remove());
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: order.send }).click();
  expect((await answered).status()).toBe(400);
  await expect(page.getByRole('alert')).toContainText(words.play.refused['incomplete-order']);
  const inputs = page.locator('main input[name="choice"]');
  for (const [place, item] of ['write', 'explain', 'tell', 'thank'].entries())
    await expect(inputs.nth(place)).toHaveValue(item);
  await expectStep(page, 1);
});

test('the page of an order or a rephrase tells nothing of what is right', async ({ page }) => {
  const address = await begin(page, [['next']]);
  const orderPage = await page.content();
  await stepAhead(page.request, address, [inOrder], 1);
  await page.reload();
  const rephrasePage = await page.content();
  for (const secret of ['hurried', 'honestFirst', 'Listen first:', 'GEN-5'])
    expect(orderPage).not.toContain(secret);
  for (const secret of ['hers to prevent', 'my fault', 'what she did, and', 'VIC-3'])
    expect(rephrasePage).not.toContain(secret);
  expect(listed).not.toEqual(inOrder);
});

test('each kind, as it is heard', async ({ page }) => {
  const heard: string[] = [];
  for (let step = 0; step <= blaming.length; step += 1) {
    await begin(page, blaming.slice(0, step));
    for (const folded of await page.locator('main .asides summary').all()) await folded.click();
    heard.push(`# ${await page.title()}`, ...speak(await hear(page.getByRole('main'))), '');
  }
  expect(heard.join('\n')).toMatchSnapshot('kinds.txt');
});
