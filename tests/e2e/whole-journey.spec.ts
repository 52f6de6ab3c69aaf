import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { type Hand, keyboard, mouse } from './hands.ts';
import { debrief, play } from './playing.ts';
import { beginning, fill, nameOf, scenario, sceneWords, strong, words } from './words.ts';

test.use({ hasOwnApp: true });

test('from the landing page to the record and the matrix, with script', async ({
  page,
  openBrowser,
  signedInAs,
}) => {
  const onlooker = await openBrowser();
  await signedInAs('manager', onlooker);
  await wholeJourney(page, await onlooker.newPage(), mouse);
});

test('the same by keyboard alone', async ({ page, openBrowser, signedInAs }) => {
  const onlooker = await openBrowser();
  await signedInAs('manager', onlooker);
  await wholeJourney(page, await onlooker.newPage(), keyboard);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the same without script', async ({ page, openBrowser, signedInAs }) => {
    const onlooker = await openBrowser();
    await signedInAs('manager', onlooker);
    await wholeJourney(page, await onlooker.newPage(), mouse);
  });
});

/** Somebody who is due plays well; somebody else sees it in the matrix, and yesterday's as it was. */
async function wholeJourney(page: Page, onlooker: Page, hand: Hand) {
  await onlooker.goto('/compliance');
  const before = await readTotals(onlooker);
  await expect(lineOf(onlooker)).toContainText(words.compliance.status.due);

  await stepInFromLanding(page, hand);
  await readIntroduction(page, hand);
  await play(page, strong.choices, { hand });
  await readDebrief(page, hand);
  await readRecords(page, hand);

  await hand.press(page.getByRole('link', { name: words.common.nav.demo }));
  await hand.press(stepInButton(page, 'manager'));
  await expectHeading(page, words.compliance.title);
  const today = await readMatrix(page, before, hand);
  await narrow(page, hand);
  await download(page, hand, today);
  await lookAtYesterday(page, hand, today);
  await sortByCompletion(page, hand);
}

async function stepInFromLanding(page: Page, hand: Hand) {
  await page.goto('/');
  await expectHeading(page, words.common.landing.title);
  await hand.press(page.getByRole('link', { name: words.common.landing.demo }));
  await expectHeading(page, words.demo.title);
  await hand.press(stepInButton(page, 'staff'));
  await expectHeading(page, words.scenarios.title);
  await hand.press(page.getByRole('link', { name: `(${scenario.title})` }));
}

async function readIntroduction(page: Page, hand: Hand) {
  const { intro } = words.scenarios;
  await expectHeading(page, scenario.title);
  await expect(page.getByRole('heading', { name: intro.noteTitle })).toBeVisible();
  await expect(page.getByText(/About \d+ minutes/)).toBeVisible();
  await expect(page.getByRole('heading', { name: intro.recorded })).toBeVisible();
  for (const line of intro.recordedStaff) await expect(page.getByText(line)).toBeVisible();
  await hand.press(page.getByRole('button', { name: intro.start }));
}

/** Each choice, unfolded to what it did, why and its rules, which stand below with their sources. */
async function readDebrief(page: Page, hand: Hand) {
  const { play } = words;
  await expectHeading(page, sceneWords(strong.ending).title);
  await expect(debrief(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: play.ending.completed.title })).toBeVisible();
  const steps = strong.passes.flatMap((path, step) => {
    const { title, choices = {} } = sceneWords(path);
    const [sent = ''] = strong.choices[step] ?? [];
    const chosen = choices[sent] ?? choices['saw.much'] ?? choices['own.words'];
    return chosen?.why ? [{ title, ...chosen }] : [];
  });
  const told = page.locator('.path article');
  await expect(told).toHaveCount(steps.length);
  for (const [index, { title, label, result = [], why = [] }] of steps.entries()) {
    const article = told.nth(index);
    await expect(article.getByRole('heading', { name: title })).toBeVisible();
    for (const line of [...(label ? [label] : []), ...result, ...why])
      await expect(article).toContainText(beginning(line));
    const rule = article.locator('a[href^="#rule-"]').first();
    await expect(rule).toBeHidden();
    await hand.press(article.locator('summary'));
    await expect(rule).toBeVisible();
    const address = (await rule.getAttribute('href')) ?? '';
    await expect(page.locator(address)).toContainText(/[A-Z]{3}-\d+.+Source: .+/);
  }
}

async function readRecords(page: Page, hand: Hand) {
  await hand.press(page.getByRole('link', { name: words.play.ending.completed.link }));
  await expectHeading(page, words.records.title);
  await expect(page.getByRole('rowheader')).toHaveText([scenario.title]);
}

/** One more is done and one fewer is due; the person's line says so, with today's date. */
async function readMatrix(page: Page, before: Totals, hand: Hand): Promise<string> {
  const { people, done, due, overdue } = before;
  expect(await readTotals(page)).toEqual({ people, done: done + 1, due: due - 1, overdue });
  await openFilters(page, hand);
  const today =
    (await filters(page).getByLabel(words.compliance.filter.asAt).getAttribute('max')) ?? '';
  await expect(lineOf(page)).toContainText(words.compliance.status.done);
  await expect(lineOf(page)).toContainText(inWords(today));
  return today;
}

async function narrow(page: Page, hand: Hand) {
  const { filter, status } = words.compliance;
  const form = filters(page);
  await hand.write(form.getByLabel(filter.name), 'ruth');
  await hand.choose(form.getByLabel(filter.status), status.done);
  await hand.press(form.getByRole('button', { name: filter.apply }));
  await expect(page).toHaveURL(/name=ruth/);
  await expect(page.getByRole('rowheader')).toHaveText([nameOf('staff')]);
}

async function download(page: Page, hand: Hand, today: string) {
  const link = page.getByRole('link', { name: words.compliance.download });
  const [file] = await Promise.all([page.waitForEvent('download'), hand.press(link)]);
  expect(file.suggestedFilename()).toBe(`compliance-${today}.csv`);
  const [header, ...lines] = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(header).toContain(words.compliance.columns.name);
  expect(lines).toHaveLength(1);
  for (const field of [nameOf('staff'), scenario.title, words.compliance.status.done, today])
    expect(lines[0]).toContain(field);
}

async function lookAtYesterday(page: Page, hand: Hand, today: string) {
  const { filter, status } = words.compliance;
  await hand.press(page.getByRole('link', { name: filter.clear }));
  await expect(page).toHaveURL(/\/compliance$/);
  await openFilters(page, hand);
  await expect(filters(page).getByLabel(filter.name)).toHaveValue('');
  const yesterday = new Date(`${today}T00:00:00Z`);
  yesterday.setUTCDate(yesterday.getUTCDate() - 1);
  const day = yesterday.toISOString().slice(0, 10);
  await hand.date(filters(page).getByLabel(filter.asAt), day);
  await hand.press(filters(page).getByRole('button', { name: filter.apply }));
  await expect(page.locator('caption')).toContainText(inWords(day));
  await expect(lineOf(page)).toContainText(status.due);
}

async function sortByCompletion(page: Page, hand: Hand) {
  const { filter, sort, never } = words.compliance;
  await hand.choose(filters(page).getByLabel(filter.sort), sort.completed);
  await hand.press(filters(page).getByRole('button', { name: filter.apply }));
  await expect(page).toHaveURL(/sort=completed/);
  // With script the address changes a moment before the lines do.
  await expect(async () => {
    const shown = await page.locator('tbody td:nth-of-type(4)').allTextContents();
    const days = shown.map((date) =>
      date === never ? Number.POSITIVE_INFINITY : Date.parse(date),
    );
    expect(days.length).toBeGreaterThan(1);
    expect(days).toEqual([...days].sort((a, b) => a - b));
  }).toPass();
}

/** They are open by themselves only where one is set. */
async function openFilters(page: Page, hand: Hand) {
  await hand.press(page.locator('summary', { hasText: words.compliance.filter.title }));
}

function filters(page: Page): Locator {
  return page.getByRole('form', { name: words.compliance.filter.title });
}

type Totals = Record<'people' | 'done' | 'due' | 'overdue', number>;

async function readTotals(page: Page): Promise<Totals> {
  const read = async (key: keyof Totals) =>
    Number(
      await page
        .locator('dl > div')
        .filter({ has: page.getByText(words.compliance.totals[key], { exact: true }) })
        .locator('dd')
        .textContent(),
    );
  return {
    people: await read('people'),
    done: await read('done'),
    due: await read('due'),
    overdue: await read('overdue'),
  };
}

function lineOf(page: Page): Locator {
  const name = page.getByRole('rowheader', { name: nameOf('staff') });
  return page.getByRole('row').filter({ has: name });
}

function stepInButton(page: Page, part: 'staff' | 'manager') {
  return page.getByRole('button', { name: fill(words.demo.stepIn, { name: nameOf(part) }) });
}

async function expectHeading(page: Page, name: string) {
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

/** A calendar day as the pages write it. */
function inWords(day: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
