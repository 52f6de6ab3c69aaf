import type { Page } from '@playwright/test';
import { expectStep, playAhead, practiseAhead, stepAhead } from './playing.ts';
import { harm, type Part, scenario, secret, strong } from './words.ts';

export type PageType = {
  name: string;
  /** What the page is about: pages about the same thing have the same title, others have not. */
  about: string;
  part?: Part;
  status?: number;
  /** The state that is shown can only be had where nobody else has been. */
  needsOwnApp?: boolean;
  /** A plain page of the guard's, outside the application. */
  isPlain?: boolean;
  open: string | ((page: Page) => Promise<unknown>);
};

/** The script of a short scenario: every part of such a page is an example of its component as well. */
const review = '/scenarios/parents/coins-from-a-stranger-at-home/review';
const played =
  (choices: string[][], query = '') =>
  async (page: Page) =>
    page.goto((await playAhead(page.request, choices)) + query);
const slip = secret.choices.findIndex(([choice]) => choice === 'promise.her');
const upTo = (path: string) => strong.choices.slice(0, strong.passes.indexOf(path));

async function openCertificate(page: Page) {
  await playAhead(page.request, strong.choices);
  await page.goto('/records');
  await page.locator('main a[href^="/records/"]').first().click();
  await page.waitForURL(/\/records\/[\w-]+$/);
}

async function sendList(page: Page, text: string) {
  const buffer = Buffer.from(text);
  await page.locator('#file').setInputFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer });
  await page.locator('main form button').click();
}

/** Every type of page, in each of its states. */
export const pageTypes: PageType[] = [
  { name: 'landing', about: 'landing', open: '/' },
  { name: 'demo', about: 'demo', open: '/demo' },
  { name: 'demo, signed in', about: 'demo', part: 'staff', open: '/demo' },
  { name: 'demo, nobody of that name', about: 'demo', open: '/demo?unknown' },
  { name: 'sign-in on the way to compliance', about: 'demo', open: '/compliance' },
  { name: 'library', about: 'library', open: '/scenarios' },
  { name: 'library, signed in', about: 'library', part: 'staff', open: '/scenarios' },
  {
    name: 'library, some of it',
    about: 'library',
    open: '/scenarios?track=staff&fourC=conduct&minutes=15&without=bullying',
  },
  {
    name: 'library, nothing fits',
    about: 'library',
    open: '/scenarios?track=staff&theme=commerce&minutes=5',
  },
  {
    name: 'library for young people',
    about: 'no story by its title',
    open: '/scenarios?track=young-people',
  },
  {
    name: 'introduction',
    about: 'introduction',
    part: 'staff',
    needsOwnApp: true,
    open: scenario.address,
  },
  {
    name: 'introduction, to go on',
    about: 'introduction',
    part: 'staff',
    open: async (page) => {
      await playAhead(page.request, []);
      await page.goto(scenario.address);
    },
  },
  {
    name: 'introduction, for whoever leads a group',
    about: 'introduction',
    part: 'facilitator',
    needsOwnApp: true,
    open: scenario.address,
  },
  {
    name: 'guide',
    about: 'guide',
    part: 'facilitator',
    open: `${scenario.address}/guide`,
  },
  {
    name: 'guide with cards',
    about: 'guide with cards',
    part: 'facilitator',
    open: '/scenarios/young-people/losing-a-mate/guide',
  },
  {
    name: 'introduction for parents, for whoever writes the newsletter',
    about: 'no story by its title',
    part: 'facilitator',
    open: '/scenarios/parents/coins-from-a-stranger',
  },
  {
    name: 'introduction of a short version for home',
    about: 'no story by its title',
    open: '/scenarios/parents/coins-from-a-stranger-at-home',
  },
  { name: 'picture', about: 'picture', part: 'author', open: `${scenario.address}/graph` },
  { name: 'review', about: 'review', part: 'dsl', open: review },
  {
    name: 'review in Easy Read, by somebody who signs nothing',
    about: 'review',
    part: 'author',
    open: `${review}?level=easy`,
  },
  {
    name: 'review, not signed yet',
    about: 'review',
    part: 'dsl',
    status: 400,
    open: async (page) => {
      await page.goto(review);
      await page.locator('main button[value="sign"]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'review, signed',
    about: 'review',
    part: 'dsl',
    needsOwnApp: true,
    open: async (page) => {
      await page.goto(review);
      await page.locator('#title').fill('Designated safeguarding lead');
      await page.locator('#read').check();
      await page.locator('main button[value="sign"]').click();
      await page.getByRole('status').waitFor();
    },
  },
  { name: 'scene', about: 'formTime.register', part: 'staff', open: played([]) },
  {
    name: 'spot',
    about: 'formTime.noticing',
    part: 'staff',
    open: played(upTo('formTime.noticing')),
  },
  {
    name: 'decision',
    about: 'formTime.firstWords',
    part: 'staff',
    open: played(upTo('formTime.firstWords')),
  },
  {
    name: 'thread',
    about: 'afterwards.staffChat',
    part: 'staff',
    open: played(upTo('afterwards.staffChat')),
  },
  {
    name: 'scene after an old page',
    about: 'formTime.firstWords',
    part: 'staff',
    open: played(upTo('formTime.firstWords'), '?older'),
  },
  {
    name: 'scene after a choice that is none',
    about: 'formTime.firstWords',
    part: 'staff',
    status: 400,
    open: async (page) => {
      await played(upTo('formTime.firstWords'))(page);
      const choice = page.locator('main button[name="choice"]').first();
      await choice.evaluate((button) => button.setAttribute('value', 'no.such.choice'));
      await choice.click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'recommended ending',
    about: 'sheComesBack',
    part: 'staff',
    open: played(strong.choices),
  },
  { name: 'workable ending', about: 'putRight', part: 'staff', open: played(secret.choices) },
  { name: 'harmful ending', about: 'emptyChair', part: 'staff', open: played(harm.choices) },
  {
    name: 'practice',
    about: 'formTime.promise',
    part: 'staff',
    open: async (page) => {
      const address = await playAhead(page.request, secret.choices);
      await page.goto(await practiseAhead(page.request, address, slip));
      await expectStep(page, slip);
    },
  },
  {
    name: 'end of a practice',
    about: 'sheComesBack',
    part: 'staff',
    open: async (page) => {
      const address = await playAhead(page.request, secret.choices);
      const practice = await practiseAhead(page.request, address, slip);
      const better = [['say.who'], ...secret.choices.slice(slip + 2)];
      await stepAhead(page.request, practice, better, slip);
      await page.goto(practice);
    },
  },
  { name: 'records, empty', about: 'records', part: 'staff', needsOwnApp: true, open: '/records' },
  {
    name: 'records, full',
    about: 'records',
    part: 'manager',
    open: async (page) => {
      await playAhead(page.request, []);
      await page.goto('/records');
    },
  },
  { name: 'certificate', about: 'certificate', part: 'staff', open: openCertificate },
  { name: 'join', about: 'join', open: '/join' },
  { name: 'join, no such room', about: 'join', open: '/join?code=ab12' },
  { name: 'join, not a code', about: 'join', open: '/join?code=!' },
  { name: 'verify, empty', about: 'verify', open: '/verify' },
  {
    name: 'verify, genuine',
    about: 'verify',
    part: 'staff',
    open: async (page) => {
      await openCertificate(page);
      await page.locator('main a[href^="/verify?code="]').click();
      await page.waitForURL(/\/verify\?code=/);
    },
  },
  {
    name: 'verify, unknown',
    about: 'verify',
    status: 404,
    open: '/verify?code=0000-0000-0000-0000-0000',
  },
  { name: 'verify, not a code', about: 'verify', status: 400, open: '/verify?code=0000' },
  { name: 'compliance', about: 'compliance', part: 'manager', open: '/compliance' },
  {
    name: 'compliance, filtered to nobody',
    about: 'compliance',
    part: 'manager',
    open: '/compliance?name=nobody-at-all',
  },
  {
    name: 'compliance, with a bad date',
    about: 'compliance',
    part: 'dsl',
    open: '/compliance?asAt=2026-02-30',
  },
  { name: 'audit', about: 'audit', part: 'dsl', open: '/audit' },
  {
    name: 'audit, nothing of a kind',
    about: 'audit',
    part: 'dsl',
    needsOwnApp: true,
    open: '/audit?kind=audit-exported',
  },
  { name: 'people', about: 'people', part: 'manager', open: '/people' },
  {
    name: 'people, nobody found',
    about: 'people',
    part: 'manager',
    open: '/people?name=nobody-at-all',
  },
  { name: 'slips, shown before', about: 'slips', part: 'manager', open: '/people/slips?press=x' },
  { name: 'new person', about: 'new person', part: 'manager', open: '/people/new' },
  {
    name: 'new person, refused',
    about: 'new person',
    part: 'manager',
    status: 400,
    open: async (page) => {
      await page.goto('/people/new');
      await page.locator('#email').evaluate((field) => field.setAttribute('type', 'text'));
      await page.locator('#name').fill('Somebody');
      await page.locator('#email').fill('no address');
      await page.locator('main form button').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'person',
    about: 'person',
    part: 'manager',
    open: async (page) => {
      await page.goto('/people?name=Ruth');
      await page.locator('main th a').first().click();
      await page.waitForURL(/\/people\/[\w-]+$/);
    },
  },
  {
    name: 'person, as the safeguarding lead sees them',
    about: 'person',
    part: 'dsl',
    open: async (page) => {
      await page.goto('/people?name=Ruth');
      await page.locator('main th a').first().click();
      await page.waitForURL(/\/people\/[\w-]+$/);
    },
  },
  { name: 'staff list', about: 'staff list', part: 'manager', open: '/people/import' },
  {
    name: 'staff list, not taken',
    about: 'staff list',
    part: 'manager',
    status: 400,
    open: async (page) => {
      await page.goto('/people/import');
      await sendList(page, 'Who,Where\nRuth Adeyemi,Room 4\n');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'staff list, as it would change things',
    about: 'staff list to look at',
    part: 'manager',
    open: async (page) => {
      await page.goto('/people/import');
      const lines = ['Name,Email,Groups,End date', 'Newcomer One,one@riverbank.example,Teaching,'];
      await sendList(
        page,
        [...lines, '=1+1,two@riverbank.example,,', 'Three,no address,,'].join('\n'),
      );
      await page.waitForURL(/\/people\/import\/[\w-]+$/);
    },
  },
  { name: 'account', about: 'account', part: 'staff', open: '/account' },
  { name: 'password', about: 'password', part: 'staff', open: '/account/password' },
  {
    name: 'second step',
    about: 'second step',
    part: 'staff',
    open: '/account/second-factor',
  },
  { name: 'organisation', about: 'organisation', part: 'manager', open: '/organisation' },
  { name: 'approvals', about: 'approvals', part: 'dsl', open: '/organisation/approvals' },
  {
    name: 'approvals, for somebody who signs nothing',
    about: 'approvals',
    part: 'manager',
    open: '/organisation/approvals',
  },
  { name: 'contacts', about: 'contacts', part: 'dsl', open: '/organisation/contacts' },
  { name: 'contact', about: 'contact', part: 'dsl', open: '/organisation/contacts/dsl' },
  { name: 'national routes', about: 'routes', part: 'dsl', open: '/organisation/routes' },
  {
    name: 'national route to confirm',
    about: 'Papyrus',
    part: 'dsl',
    open: '/organisation/routes/papyrus',
  },
  {
    name: 'national route that is found wrong',
    about: 'routes',
    part: 'dsl',
    needsOwnApp: true,
    open: async (page) => {
      await page.goto('/organisation/routes/iwf');
      await page.locator('button[value="wrong"]').click();
      await page.waitForURL(/saved=iwf/);
    },
  },
  { name: 'terms', about: 'terms', part: 'manager', open: '/organisation/terms' },
  { name: 'settings', about: 'settings', part: 'manager', open: '/organisation/settings' },
  {
    name: 'privacy for those who answer for it',
    about: 'privacy of an organisation',
    part: 'manager',
    open: '/organisation/privacy',
  },
  { name: 'privacy', about: 'privacy', open: '/privacy' },
  { name: 'privacy for staff', about: 'privacy for staff', open: '/privacy/staff' },
  { name: 'privacy for parents', about: 'privacy for parents', open: '/privacy/parents' },
  {
    name: 'privacy for young people',
    about: 'privacy for young people',
    open: '/privacy/young-people',
  },
  { name: 'cookies', about: 'cookies', open: '/cookies' },
  { name: 'about Easy Read', about: 'Easy Read', open: '/easy-read?from=/scenarios' },
  { name: 'link that is over', about: 'link', open: '/sign-in/link?token=x' },
  {
    name: 'invitation that is over',
    about: 'invitation',
    status: 404,
    open: '/invitation?token=x',
  },
  { name: 'help', about: 'no story by its title', open: '/help' },
  { name: 'help, signed in', about: 'help', part: 'dsl', open: '/help?from=/records' },
  { name: 'components', about: 'components', open: '/components' },
  { name: '404', about: '404', status: 404, open: '/no/such/page' },
  { name: '403', about: '403', part: 'staff', status: 403, open: '/compliance' },
  { name: '400 of the guard', about: '400', status: 400, isPlain: true, open: '/%E0%A4%A' },
];

/** Opens a page of a type and waits until it is whole. */
export async function openPage(page: Page, { open }: PageType) {
  if (typeof open === 'string') await page.goto(open);
  else await open(page);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '');
  });
}
