import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { type Hand, mouse } from './hands.ts';
import { scenario, words } from './words.ts';

/** The number of steps taken, as the page's form carries it. */
export function stepField(page: Page) {
  return page.locator('main form input[name="step"]').first();
}

export async function expectStep(page: Page, step: number) {
  await expect(stepField(page)).toHaveValue(String(step));
}

/** Where the path and the verdict are: the page of an attempt that has ended. */
export function debrief(page: Page) {
  return page.getByRole('heading', { name: words.play.debrief.title });
}

/** Answers the scene of a step as a person does: presses a choice, or marks or moves and sends. */
export async function answer(page: Page, step: number, values: string[], hand: Hand = mouse) {
  await expectStep(page, step);
  if ((await page.locator('main ol.order').count()) > 0) {
    await arrange(page, values, hand);
    return hand.press(page.getByRole('button', { name: words.play.order.send }));
  }
  if ((await page.locator('main fieldset').count()) === 0)
    return hand.press(page.locator(`main button[name="choice"][value="${values[0]}"]`));
  for (const value of values)
    await hand.press(page.locator(`main input[name="choice"][value="${value}"]`));
  await hand.press(page.getByRole('button', { name: words.play.spotSend }));
}

/** Moves the rows of an order up to their places, the first one first. */
export async function arrange(page: Page, order: string[], hand: Hand = mouse) {
  const rows = page.locator('main ol.order input[name="choice"]');
  for (const [place, item] of order.entries()) {
    const now = await rows.evaluateAll((all) => all.map((row) => (row as HTMLInputElement).value));
    for (let above = now.indexOf(item) - 1; above >= place; above -= 1) {
      await hand.press(page.locator(`main button[name="move"][value="up.${item}"]`));
      await expect(rows.nth(above)).toHaveValue(item);
    }
  }
}

/** Plays choices one after the other, and waits for the scene or the ending that follows. */
export async function play(page: Page, choices: string[][], { from = 0, hand = mouse } = {}) {
  for (const [index, values] of choices.entries()) await answer(page, from + index, values, hand);
  const end = page.locator(`main form input[name="step"][value="${from + choices.length}"]`);
  await expect(end.first().or(debrief(page))).toBeAttached();
}

/** Starts an attempt and takes steps of it behind the pages; returns the attempt's address. */
export async function playAhead(request: APIRequestContext, choices: string[][]) {
  const started = await request.post(scenario.address, { maxRedirects: 0 });
  const address = started.headers().location ?? '';
  expect(address).toMatch(/^\/attempts\//);
  await stepAhead(request, address, choices);
  return address;
}

export async function stepAhead(
  request: APIRequestContext,
  address: string,
  choices: string[][],
  from = 0,
) {
  for (const [index, values] of choices.entries()) {
    const fields = [['step', String(from + index)], ...values.map((value) => ['choice', value])];
    const answered = await post(request, address, fields);
    expect(answered.headers().location).toBe(address);
  }
}

/** Tries an ended attempt again from a step; returns the practice's address. */
export async function practiseAhead(request: APIRequestContext, address: string, from: number) {
  const started = await post(request, `${address}/practice`, [['from', String(from)]]);
  return started.headers().location ?? '';
}

async function post(request: APIRequestContext, address: string, fields: string[][]) {
  const answered = await request.post(address, {
    data: new URLSearchParams(fields).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    maxRedirects: 0,
  });
  expect(answered.status()).toBe(303);
  return answered;
}
