import type { Page } from '@playwright/test';
import reading from '#app/i18n/locales/en-GB/reading.json' with { type: 'json' };
import { easyMark } from '#tests/factories/easy.ts';
import { writeEasy } from '#tests/factories/easy-folder.ts';
import { temporaryFolder } from '#tests/setup/temporary-folder.ts';
import { type Theme, violationsOf } from './axe.ts';
import { startDemoApp } from './demo-app.ts';
import { test as base, expect } from './fixtures.ts';
import { type Hand, keyboard, mouse } from './hands.ts';
import { overflow, smallControls } from './measures.ts';
import { answer, arrange, debrief, expectStep, stepAhead } from './playing.ts';

/** An app of its own, whose library can be read in both levels. */
const test = base.extend<object, { library: string }>({
  library: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads here what a fixture needs
    async ({}, use) => {
      const { folder, remove } = await temporaryFolder('e2e-easy');
      await writeEasy(folder);
      const app = await startDemoApp({ SIGNPOST_SCENARIOS: folder });
      await use(app.url);
      await app.stop();
      await remove();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ library }, use) => use(library),
});

const kinds = '/scenarios/staff/at-the-door';
const word = '/scenarios/staff/a-quiet-word';
const visitors = '/scenarios/young-people/a-quiet-word';
const hurried = ['tell', 'thank', 'explain', 'write'];
const turned = ['write', 'thank', 'explain', 'tell'];

const toEasy = (page: Page) => page.getByRole('button', { name: reading.show.easy });
const toStandard = (page: Page) => page.getByRole('button', { name: reading.show.standard });
const label = (page: Page) => page.getByRole('link', { name: reading.label });
const rows = (page: Page) => page.locator('main ol.order input[name="choice"]');
const order = (page: Page) =>
  rows(page).evaluateAll((all) => all.map((row) => (row as HTMLInputElement).value));
const marks = (page: Page) =>
  page
    .locator('main input[name="choice"]:checked')
    .evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value));

async function ahead(page: Page, scenario: string, choices: string[][] = []) {
  const started = await page.request.post(scenario, { maxRedirects: 0 });
  const address = started.headers().location ?? '';
  await stepAhead(page.request, address, choices);
  return address;
}

async function open(page: Page, scenario: string, choices: string[][] = []) {
  await page.goto(await ahead(page, scenario, choices));
}

/** Easy text with its symbols, and what must be said of it. */
async function expectEasy(page: Page) {
  await expect(page.locator('main')).toContainText(easyMark);
  await expect(label(page)).toBeVisible();
  await expect(toStandard(page)).toBeVisible();
  const symbols = page.locator('main img.symbol');
  await expect(symbols.first()).toBeVisible();
  for (const symbol of await symbols.all()) await expect(symbol).toHaveAttribute('alt', '');
  await expect(page.getByText(reading.credit)).toBeVisible();
}

async function expectStandard(page: Page) {
  await expect(toEasy(page)).toBeVisible();
  await expect(page.locator('main')).not.toContainText(easyMark);
  await expect(page.locator('main img.symbol')).toHaveCount(0);
}

/** From the library to the debrief, switching on the way. */
async function journey(page: Page, hand: Hand) {
  await page.goto('/scenarios');
  await expectStandard(page);
  await hand.press(toEasy(page));
  await expect(page).toHaveURL(/\/scenarios$/);
  await expectEasy(page);
  await page.goto(word);
  await expectEasy(page);
  await hand.press(toStandard(page));
  await expect(page).toHaveURL(new RegExp(`${word}$`));
  await expectStandard(page);
  await hand.press(toEasy(page));
  await open(page, word);
  await expectEasy(page);
  const address = page.url();
  await hand.press(toStandard(page));
  await expectStep(page, 0);
  await expectStandard(page);
  await hand.press(toEasy(page));
  await expectEasy(page);
  for (const [step, values] of [['next'], ['next'], ['gift'], ['listen']].entries())
    await answerEasily(page, step, values, hand);
  await debriefIsEasy(page);
  await hand.press(toStandard(page));
  await debrief(page).waitFor();
  await expectStandard(page);
  expect(page.url()).toBe(address);
}

/** As `answer`, where the buttons have easy words. */
async function answerEasily(page: Page, step: number, values: string[], hand: Hand) {
  await expectStep(page, step);
  if ((await page.locator('main fieldset').count()) === 0)
    return hand.press(page.locator(`main button[name="choice"][value="${values[0]}"]`));
  for (const value of values)
    await hand.press(page.locator(`main input[name="choice"][value="${value}"]`));
  await hand.press(page.locator('main form button:not([name])'));
}

async function debriefIsEasy(page: Page) {
  await expect(page.locator('#path')).toHaveText('Your choices');
  await expect(page.locator('.path')).toContainText(easyMark);
  await expect(page.locator('.rule-list img.symbol').first()).toBeVisible();
  await expectEasy(page);
}

const scripts = { 'with script': true, 'without script': false };
for (const [name, javaScriptEnabled] of Object.entries(scripts))
  test.describe(name, () => {
    test.use({ javaScriptEnabled });

    test('every page is read in the level that somebody chose', async ({ page, signedInAs }) => {
      await signedInAs('staff');
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).search));
      await journey(page, mouse);
      // The level is in no address; the one word of it is that of the page about easy text.
      expect(asked.filter((query) => /easy|standard|reading/.test(query))).toEqual([]);
    });

    test('the browser remembers it, and nobody else does', async ({
      page,
      context,
      openBrowser,
      signedInAs,
    }) => {
      await signedInAs('staff');
      await page.goto('/scenarios');
      await toEasy(page).click();
      await expectEasy(page);
      await page.reload();
      await expectEasy(page);
      const cookies = await context.cookies();
      expect(cookies.filter(({ name }) => name === 'signpost-reading')).toMatchObject([
        { httpOnly: true, sameSite: 'Lax' },
      ]);
      // The same person elsewhere.
      const other = await openBrowser({ javaScriptEnabled });
      await signedInAs('staff', other);
      const elsewhere = await other.newPage();
      await elsewhere.goto('/scenarios');
      await expectStandard(elsewhere);
    });

    test('in the midst of an order it keeps the place and the order', async ({
      page,
      signedInAs,
    }) => {
      await signedInAs('staff');
      await open(page, kinds, [['next']]);
      const address = page.url();
      await arrange(page, turned);
      await toEasy(page).click();
      await expectEasy(page);
      await expectStep(page, 1);
      expect(await order(page)).toEqual(turned);
      await arrange(page, hurried);
      await toStandard(page).click();
      await expectStandard(page);
      expect(await order(page)).toEqual(hurried);
      expect(page.url()).toBe(address);
      await answer(page, 1, hurried);
      await expectStep(page, 2);
    });

    test('in the midst of a spot it keeps the marks of a visitor', async ({ page }) => {
      await open(page, visitors, [['next'], ['next']]);
      for (const item of ['gift', 'bus']) await page.locator(`main input[value="${item}"]`).check();
      await toEasy(page).click();
      await expectEasy(page);
      await expectStep(page, 2);
      expect(await marks(page)).toEqual(['gift', 'bus']);
      await page.locator('main input[value="bus"]').uncheck();
      await toStandard(page).click();
      await expectStandard(page);
      expect(await marks(page)).toEqual(['gift']);
    });

    test('Enter on a mark sends the scene, as it does without a switch', async ({ page }) => {
      await open(page, visitors, [['next'], ['next']]);
      await page.locator('main input[value="gift"]').check();
      await page.locator('main input[value="gift"]').press('Enter');
      await expectStep(page, 3);
      await expectStandard(page);
    });
  });

test('by keyboard, on a small phone', async ({ page, signedInAs }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signedInAs('staff');
  await journey(page, keyboard);
});

test('after a switch a reader goes on at the heading of the scene', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('staff');
  await open(page, kinds, [['next']]);
  await toEasy(page).press('Enter');
  await expectEasy(page);
  await expect(page.locator('#scene-title')).toBeFocused();
  await open(page, kinds);
  await toStandard(page).press('Enter');
  await expectStandard(page);
  await expect(page.locator('#scene-title')).toBeFocused();
});

test.describe('where messages arrive one by one', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('the switch waits for none of them', async ({ page, signedInAs }) => {
    await signedInAs('staff');
    await open(page, word, [['next']]);
    await toEasy(page).click();
    await expectEasy(page);
    await expectStep(page, 1);
  });
});

test('the label leads to what it means, and back', async ({ page }) => {
  await page.goto(visitors);
  await toEasy(page).click();
  await label(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(reading.page.title);
  await expect(page.getByRole('link', { name: reading.page.symbols.project })).toBeVisible();
  await page.getByRole('link', { name: reading.page.back }).click();
  await expect(page).toHaveURL(new RegExp(`${visitors}$`));
  await label(page).click();
  await toStandard(page).click();
  await expect(page).toHaveURL(new RegExp(`${visitors}$`));
  await expectStandard(page);
});

test('a level that there is none of is refused, and the scene comes back', async ({
  page,
  signedInAs,
  watch,
}) => {
  watch.expectStatus(400);
  await signedInAs('staff');
  await open(page, kinds, [['next']]);
  await arrange(page, turned);
  await toEasy(page).evaluate((button) => button.setAttribute('value', 'easiest'));
  await toEasy(page).click();
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await order(page)).toEqual(turned);
  await expectStep(page, 1);
});

const pages: Record<string, (page: Page) => Promise<string>> = {
  library: async () => '/scenarios',
  introduction: async () => kinds,
  help: async () => '/help?from=/scenarios',
  'about easy read': async () => '/easy-read?from=/scenarios',
  scene: (page) => ahead(page, kinds),
  thread: (page) => ahead(page, word, [['next']]),
  spot: (page) => ahead(page, word, [['next'], ['next']]),
  decision: (page) => ahead(page, word, [['next'], ['next'], ['gift']]),
  order: (page) => ahead(page, kinds, [['next']]),
  rephrase: (page) => ahead(page, kinds, [['next'], hurried]),
  pause: (page) => ahead(page, kinds, [['next'], hurried, ['be.careful']]),
  debrief: (page) => ahead(page, kinds, [['next'], hurried, ['be.careful'], ['next']]),
  'debrief of a visitor': (page) =>
    ahead(page, visitors, [['next'], ['next'], ['gift'], ['ask.image'], ['leave.it']]),
};
const themes: Theme[] = [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { colorScheme: 'light', contrast: 'more' },
  { forcedColors: 'active' },
];

for (const [name, find] of Object.entries(pages))
  test(`${name}, in easy text, is accessible and fits`, async ({ page, signedInAs }) => {
    await signedInAs('staff');
    await page.request.post('/display', { form: { reading: 'easy' }, maxRedirects: 0 });
    await page.goto(await find(page));
    for (const [width, size] of [
      [1280, ''],
      [360, ''],
      [320, ''],
      [360, '200%'],
    ] as const) {
      await page.setViewportSize({ width, height: 740 });
      await page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
      }, size);
      expect.soft(await overflow(page), `${width} ${size}`).toBeLessThanOrEqual(0);
      if (!size) expect.soft(await smallControls(page), `${width}`).toEqual([]);
    }
    await page.evaluate(() => document.documentElement.removeAttribute('style'));
    for (const theme of themes) expect.soft(await violationsOf(page, theme)).toEqual([]);
    expect.soft(await smallText(page)).toEqual([]);
  });

/** Words in less than 14 points, which are 18⅔ pixels (ACC-3). */
function smallText(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3))
      .filter((element) => element.textContent?.trim() && element.checkVisibility())
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 18.66)
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );
}

test('whoever needs help finds it in easy text, with the same numbers', async ({ page }) => {
  await page.goto('/help?from=/scenarios');
  const numbers = () =>
    page
      .locator('main a[href^="tel:"], main a[href^="sms:"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const usual = await numbers();
  expect(usual).toContain('tel:999');
  await expect(page.locator('main img.symbol')).toHaveCount(0);
  await toEasy(page).click();
  await expect(page).toHaveURL(/\/help\?from=/);
  await expect(label(page)).toBeVisible();
  await expect(page.locator('main img.symbol').first()).toBeVisible();
  expect(await numbers()).toEqual(usual);
  await toStandard(page).click();
  await expect(page.locator('main img.symbol')).toHaveCount(0);
});

test('standard text loads no symbol; what easy text weighs', async ({ page, signedInAs }) => {
  await signedInAs('staff');
  const loaded: { path: string; bytes: number }[] = [];
  page.on('requestfinished', async (request) => {
    const { responseBodySize, responseHeadersSize } = await request.sizes();
    const { pathname: path } = new URL(request.url());
    loaded.push({ path, bytes: responseBodySize + responseHeadersSize });
  });
  await page.goto(await ahead(page, kinds), { waitUntil: 'networkidle' });
  expect(loaded.filter(({ path }) => path.startsWith('/symbols/'))).toEqual([]);
  loaded.length = 0;
  await toEasy(page).click();
  await expectEasy(page);
  await page.waitForLoadState('networkidle');
  const symbols = loaded.filter(({ path }) => path.startsWith('/symbols/'));
  const bytes = symbols.reduce((sum, one) => sum + one.bytes, 0);
  process.stdout.write(`Easy text of a scene: ${symbols.length} symbols, ${bytes} bytes\n`);
  expect(symbols.length).toBeGreaterThan(0);
  expect(bytes / symbols.length).toBeLessThan(4_000);
});

test('on paper the symbols stand beside the words, and say where they come from', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('staff');
  await page.request.post('/display', { form: { reading: 'easy' }, maxRedirects: 0 });
  await page.goto(await ahead(page, kinds, [['next'], hurried, ['be.careful'], ['next']]));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('main img.symbol').first()).toBeVisible();
  await expect(page.getByText(reading.credit)).toBeVisible();
  await expect(toStandard(page)).toBeHidden();
});
