import type { Page } from '@playwright/test';
import { wordsIn } from '#app/i18n/i18n.ts';
import { type RealApp, startRealApp } from '#tests/setup/real-app.ts';
import { totp } from '#tests/setup/totp.ts';
import { violationsOf } from './axe.ts';
import { test as base, expect } from './fixtures.ts';

const password = 'the kettle sings at nine';
const administrator = 'a.malik@hill.example';
let secret: string;
let recoveryCodes: string[];
const t = wordsIn('en-GB', 'access');
const p = wordsIn('en-GB', 'people');

type School = { app: RealApp; link: string };
const test = base.extend<object, { school: School }>({
  school: [
    // Playwright reads off the first argument what a fixture needs: this one needs nothing.
    async ({ browserName: _ }, use) => {
      const school = await startRealApp('Hill School', administrator);
      await use(school);
      await school.app.end();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ school }, use) => use(school.app.url),
});

// One school for all of these: each test brings people of its own.
test.describe.configure({ mode: 'serial' });

async function choosePassword(page: Page, text = password) {
  await page.getByLabel(t('newPassword.label')).fill(text);
  await page.getByLabel(t('newPassword.again')).fill(text);
}

async function signIn(page: Page, login: string, text = password) {
  await page.goto('/sign-in');
  await page.getByLabel(t('signIn.login')).fill(login);
  await page.getByLabel(t('signIn.password')).fill(text);
  await page.getByRole('button', { name: t('signIn.go'), exact: true }).click();
}

/** In as the administrator, second step included: by a recovery code, as the app's code counts once. */
async function signInAsAdministrator(page: Page) {
  await signIn(page, administrator);
  await page.getByLabel(t('code.label')).fill(recoveryCodes.shift() ?? '');
  await page.getByRole('button', { name: t('code.go') }).click();
  await expect(page).toHaveURL(/\/organisation$/);
}

/** "Print this page" prints the recovery codes, and nothing that would make codes for somebody else. */
async function expectOnlyCodesInPrint(page: Page) {
  await page.emulateMedia({ media: 'print' });
  for (const code of recoveryCodes)
    await expect(page.getByText(code, { exact: true })).toBeVisible();
  await expect(page.getByText(t('second.codesText'))).toBeVisible();
  await expect(page.getByAltText(t('second.scanAlt'))).toBeHidden();
  await expect(page.getByText(t('second.key'))).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(page.getByAltText(t('second.scanAlt'))).toBeVisible();
}

async function addPerson(page: Page, name: string, email = '') {
  await page.goto('/people/new');
  await page.getByLabel(p('form.name')).fill(name);
  await page.getByLabel(p('form.email')).fill(email);
  await page.getByRole('button', { name: p('form.add') }).click();
  await expect(page.getByRole('status')).toContainText(name);
}

test('no demonstration is left where a school is set up', async ({ page, watch }) => {
  watch.expectStatus(404);
  expect((await page.goto('/demo'))?.status()).toBe(404);
  const demoSignIn = await page.request.post('/demo/sign-in', { form: { person: 'dsl' } });
  expect(demoSignIn.status()).toBe(404);
});

test('the first administrator answers the invitation, and sets up a second step', async ({
  page,
  watch,
  school,
}) => {
  const { links } = await school.app.mail.waitFor(administrator);
  expect(links).toContain(school.link);
  await page.goto(school.link);
  expect(await violationsOf(page)).toEqual([]);
  watch.expectStatus(400);
  await choosePassword(page, 'password1234');
  await page.getByRole('button', { name: t('invitation.go') }).click();
  await expect(page.getByText(t('newPassword.common'))).toBeVisible();
  await choosePassword(page);
  await page.getByRole('button', { name: t('invitation.go') }).click();

  // Until the second step is set up there is nothing of others to see.
  await expect(page).toHaveURL(/\/account\/second-factor/);
  await page.goto('/people');
  await expect(page).toHaveURL(/\/account\/second-factor/);
  await page.getByLabel(t('second.password')).fill(password);
  await page.getByRole('button', { name: t('second.start') }).click();
  const uri = await page.locator('input[name=uri]').inputValue();
  secret = new URL(uri).searchParams.get('secret') ?? '';
  recoveryCodes = await page.getByRole('listitem').locator('code').allTextContents();
  expect(recoveryCodes).toHaveLength(10);
  expect(await violationsOf(page)).toEqual([]);
  await expectOnlyCodesInPrint(page);
  await page.getByLabel(t('second.code')).fill('000000');
  await page.getByRole('button', { name: t('second.confirm') }).click();
  await expect(page.getByText(t('second.wrongCode'))).toBeVisible();
  await page.getByLabel(t('second.code')).fill(totp(secret));
  await page.getByRole('button', { name: t('second.confirm') }).click();
  await expect(page).toHaveURL(/\/people$/);

  watch.expectStatus(404);
  await page.goto(school.link);
  await expect(page.getByRole('heading', { name: t('invitation.over.title') })).toBeVisible();
});

test('the code of the app lets in once, and a recovery code once', async ({ page, watch }) => {
  watch.expectStatus(400);
  const code = totp(secret, 1);
  await signIn(page, administrator);
  await page.getByLabel(t('code.label')).fill(code);
  await page.getByRole('button', { name: t('code.go') }).click();
  await expect(page).toHaveURL(/\/organisation$/);

  await page.context().clearCookies();
  await signIn(page, administrator);
  await page.getByLabel(t('code.label')).fill(code);
  await page.getByRole('button', { name: t('code.go') }).click();
  await expect(page.getByText(t('problems.refusedCode'))).toBeVisible();

  const [recovery = ''] = recoveryCodes;
  recoveryCodes.shift();
  // However it is typed.
  await page.getByLabel(t('code.label')).fill(recovery.toUpperCase().replace('-', ' '));
  await page.getByRole('button', { name: t('code.go') }).click();
  await expect(page).toHaveURL(/\/organisation$/);
  await page.context().clearCookies();
  await signIn(page, administrator);
  await page.getByLabel(t('code.label')).fill(recovery);
  await page.getByRole('button', { name: t('code.go') }).click();
  await expect(page.getByText(t('problems.refusedCode'))).toBeVisible();
});

test('somebody is invited by mail and comes in; later by a link, once', async ({
  page,
  openBrowser,
  watch,
  school,
}) => {
  await signInAsAdministrator(page);
  await addPerson(page, 'Dee Young', 'dee.young@hill.example');
  await page.getByRole('button', { name: p('signIn.invite') }).click();
  await expect(page.getByRole('status')).toContainText('dee.young@hill.example');
  const invitation = await school.app.mail.waitFor('dee.young@hill.example');
  expect(invitation.text).toContain('Hill School');

  const dee = await (await openBrowser()).newPage();
  await dee.goto(invitation.links[0] ?? '');
  await choosePassword(dee);
  await dee.getByRole('button', { name: t('invitation.go') }).click();
  await expect(dee).toHaveURL(/\/scenarios$/);

  await dee.context().clearCookies();
  const before = school.app.mail.messages.length;
  for (const email of ['stranger@hill.example', 'dee.young@hill.example']) {
    await dee.goto('/sign-in');
    await dee.getByLabel(t('signIn.link.email'), { exact: true }).fill(email);
    await dee.getByRole('button', { name: t('signIn.link.go') }).click();
    // The same words for somebody that nobody knows.
    await expect(dee.getByRole('status')).toHaveText(t('signIn.link.sent'));
  }
  const { links } = await school.app.mail.waitFor('dee.young@hill.example', before);
  expect(school.app.mail.messages.slice(before)).toHaveLength(1);
  // A program that looks at the mail uses nothing up.
  await dee.request.get(links[0] ?? '');
  await dee.goto(links[0] ?? '');
  expect(await violationsOf(dee)).toEqual([]);
  await dee.getByRole('button', { name: t('link.go') }).click();
  await expect(dee).toHaveURL(/\/scenarios$/);
  await dee.context().clearCookies();
  watch.expectStatus(400);
  await dee.goto(links[0] ?? '');
  await dee.getByRole('button', { name: t('link.go') }).click();
  await expect(dee.getByText(t('link.over'))).toBeVisible();
});

test('everybody who was not invited yet is invited at once, and only once', async ({
  page,
  school,
}) => {
  await signInAsAdministrator(page);
  await addPerson(page, 'Eve Moss', 'eve.moss@hill.example');
  await addPerson(page, 'Fay Noble', 'fay.noble@hill.example');
  await page.goto('/people');
  await page.getByRole('button', { name: p('inviteAll', { count: 2 }) }).click();
  await expect(page.getByRole('status')).toHaveText(p('invitedAll', { count: 2 }));
  for (const email of ['eve.moss@hill.example', 'fay.noble@hill.example'])
    await school.app.mail.waitFor(email);
  await expect(page.getByRole('button', { name: /not invited yet/ })).toHaveCount(0);
});

/** What paper shows of the page: the slips, whole, and nothing else. */
async function expectOnlySlipsPrinted(page: Page, words: string[]) {
  await page.emulateMedia({ media: 'print' });
  const textOf = async (what: string) =>
    (await page.locator(what).allInnerTexts()).join().replace(/\s+/g, ' ').trim();
  const printed = await textOf('body');
  expect(printed).toBe(await textOf('.slips'));
  for (const text of words) expect(printed).toContain(text);
  await page.emulateMedia({ media: null });
}

test('those whom no mail reaches get slips, all at once', async ({ page }) => {
  await signInAsAdministrator(page);
  await addPerson(page, 'Gil Oak');
  await addPerson(page, 'Hope Pine');
  await page.goto('/people');
  await expect(page.getByText(p('byHand.noEmail', { count: 2 }))).toBeVisible();
  await page.getByRole('link', { name: p('byHand.go') }).click();
  expect(await violationsOf(page)).toEqual([]);
  // Pressed twice in a hurry: what is shown in the end is whole.
  await page.getByRole('button', { name: p('slips.go') }).dblclick();
  await expect(page.locator('.slip')).toHaveCount(2);
  for (const name of ['Gil Oak', 'Hope Pine'])
    await expect(page.getByRole('article', { name })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.goto('/people');
  await expect(page.getByRole('link', { name: p('byHand.go') })).toHaveCount(0);
});

test('a last day to come is shown, and taken back; who has left has only what makes sense', async ({
  page,
}) => {
  await signInAsAdministrator(page);
  await addPerson(page, 'Ivy Quince', 'ivy.quince@hill.example');
  const leave = async (day: string) => {
    await page.getByLabel(p('employment.until')).fill(day);
    await page.getByRole('button', { name: p('employment.leave') }).click();
  };
  await leave('2099-11-30');
  const lastDay = p('standing.until', { until: '30 November 2099' });
  await expect(page.locator('.lead')).toHaveText(lastDay);
  await page.getByRole('button', { name: p('employment.stay') }).click();
  await expect(page.getByRole('status')).toHaveText(p('saved.staying', { name: 'Ivy Quince' }));
  await expect(page.getByText(lastDay)).toHaveCount(0);
  const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10);
  await page.goto('/people/new');
  await page.getByLabel(p('form.name')).fill('Jo Rowan');
  await page.getByLabel(p('form.from')).fill(yesterday);
  await page.getByRole('button', { name: p('form.add') }).click();
  await leave(yesterday);
  // The button to sign out stands above.
  const buttons = page.getByRole('main').getByRole('button', { includeHidden: true });
  await expect(buttons).toHaveText([p('employment.return'), p('privacy.erase')]);
});

test('somebody without an address signs in by a username and a code, and changes it', async ({
  page,
  openBrowser,
  watch,
  school,
}) => {
  watch.expectStatus(400);
  await signInAsAdministrator(page);
  await addPerson(page, 'Colin Baker');
  await expect(page.getByRole('status')).toHaveText(
    p('saved.addedNoEmail', { name: 'Colin Baker' }),
  );
  await page.getByRole('button', { name: p('signIn.code') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(p('slips.title'));
  const onSlip = await page.locator('.slip-value').allTextContents();
  const [address = '', login = '', code = ''] = onSlip;
  expect(address).toBe(`${school.app.url}/sign-in`);
  expect(await violationsOf(page)).toEqual([]);
  await expectOnlySlipsPrinted(page, [...onSlip, 'Colin Baker', 'Hill School']);
  // Loading it again shows nothing, and takes nothing back.
  await page.reload();
  await expect(page.getByRole('heading', { name: p('slips.over') })).toBeVisible();
  await expect(page.locator('.slip')).toHaveCount(0);

  const colin = await (await openBrowser({ viewport: { width: 360, height: 740 } })).newPage();
  await signIn(colin, login, code);
  await expect(colin).toHaveURL(/\/account\/password/);
  // Nowhere else before it is changed.
  await colin.goto('/records');
  await expect(colin).toHaveURL(/\/account\/password/);
  await colin.goto('/scenarios/staff/a-picture-is-going-round');
  await expect(colin).toHaveURL(/\/account\/password/);
  await colin.goto('/records');
  await choosePassword(colin, 'soup on a cold friday');
  await colin.getByRole('button', { name: t('password.go') }).click();
  await expect(colin).toHaveURL(/\/records/);

  await colin.context().clearCookies();
  await signIn(colin, login, code);
  await expect(colin.getByText(t('problems.refused'))).toBeVisible();
  await signIn(colin, login, 'soup on a cold friday');
  await expect(colin).toHaveURL(/\/scenarios$/);
});

test('a staff list of 2,000 is shown, applied with progress, and changes nothing the second time', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const i = wordsIn('en-GB', 'import');
  const people = Array.from({ length: 2_000 }, (_, index) => {
    const number = String(index).padStart(4, '0');
    return `S${number};Person ${number};person.${number}@hill.example;Teaching`;
  });
  const buffer = Buffer.from(['Staff no;Full name;E-mail;Department', ...people].join('\r\n'));
  const send = async () => {
    await page.goto('/people/import');
    await page
      .getByLabel(i('form.file'))
      .setInputFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: i('form.send') }).click();
    await expect(page).toHaveURL(/\/people\/import\/[\w-]+$/);
  };
  await signInAsAdministrator(page);
  await send();
  await expect(page.getByText(i('plan.headline.some', { count: 2_000 }))).toBeVisible();
  await page.getByRole('button', { name: i('plan.apply') }).click();
  // The page asks again by itself until it is done.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(i('running.title'));
  expect(await violationsOf(page)).toEqual([]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(i('done.title'), {
    timeout: 120_000,
  });
  await page.goto('/people?name=Person+1234');
  await expect(page.getByRole('link', { name: 'Person 1234' })).toBeVisible();
  await send();
  await expect(page.getByText(i('plan.headline.none'))).toBeVisible();
});

test('one user of two organisations goes from one to the other', async ({ page, school }) => {
  const joining = await school.app.setUp('Vale School', 'dee.young@hill.example', '--one-more');
  await page.goto(joining);
  await page
    .getByRole('button', { name: t('invitation.join', { organisation: 'Vale School' }) })
    .click();
  await expect(page.getByRole('status')).toHaveText(t('invitation.joined'));
  await signIn(page, 'dee.young@hill.example');
  await page.goto('/account');
  await expect(page.getByText('Hill School').first()).toBeVisible();
  const go = (organisation: string) =>
    page.getByRole('button', { name: t('account.places.go', { organisation }) });
  await go('Vale School').click();
  await page.goto('/account');
  await expect(page.locator('.site-who')).toContainText('Vale School');
  await go('Hill School').click();
  await page.goto('/account');
  await expect(page.locator('.site-who')).toContainText('Hill School');
});

test('whose role is taken away while a page is open is asked to sign in again', async ({
  page,
  openBrowser,
}) => {
  await signInAsAdministrator(page);
  await page.goto('/people?name=Dee');
  await page.getByRole('link', { name: 'Dee Young' }).click();
  const facilitator = page.getByRole('row', { name: p('roles.facilitator') });
  await facilitator.getByRole('button', { name: p('role.give') }).click();
  await expect(page.getByRole('status')).toHaveText(p('saved.role'));

  const dee = await (await openBrowser()).newPage();
  await signIn(dee, 'dee.young@hill.example');
  await dee.goto('/records');
  await facilitator.getByRole('button', { name: p('role.take') }).click();
  await expect(page.getByRole('status')).toHaveText(p('saved.role'));
  await dee.reload();
  await expect(dee).toHaveURL(/\/sign-in\?next=/);
  await expect(dee.getByText(t('ended.changed'))).toBeVisible();
});
