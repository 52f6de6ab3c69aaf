import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Role, roles } from '#app/modules/access/roles.ts';
import { beginAttempt } from '#tests/factories/attempt.ts';
import { liveThrough } from '#tests/factories/live-through.ts';
import {
  createOrganisation,
  createPerson,
  createServices,
  signIn,
} from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { loadBuild, serveHttp } from '#tests/setup/http-app.ts';
import { firstScenario } from '#tests/setup/library.ts';

/** Who knocks: nobody at all, somebody without a role, and one person for each role. */
type Visitor = 'nobody' | 'without a role' | Role;
const visitors: Visitor[] = ['nobody', 'without a role', ...roles];

type Rule = {
  /** Who is let in; everybody else is led to sign in, or told that it is not theirs. */
  lets: 'everybody' | Visitor[];
  /** The address of a thing of the visitor's own, and of the same thing in another organisation. */
  own: string | ((world: World) => string);
  foreign?: (world: World) => string;
  answers?: number;
  /** What somebody is told who is signed in and not let in. */
  refusal?: number;
  post?: { lets: Rule['lets']; fields: [string, string][]; answers?: number };
};
type World = Awaited<ReturnType<typeof createWorld>>;

const learners: Visitor[] = ['learner'];
const leaders: Visitor[] = ['author', 'facilitator', 'dsl'];
const overseers: Visitor[] = ['manager', 'dsl', 'administrator'];
const staffers: Visitor[] = ['manager', 'administrator'];
const signedIn: Visitor[] = ['without a role', ...roles];

/** What every route lets whom do. A route that is missing here has no policy, and fails. */
const rules: Record<string, Rule> = {
  root: { lets: 'everybody', own: '/' },
  'routes/_index': { lets: 'everybody', own: '/' },
  'routes/$': { lets: 'everybody', own: '/no/such/page', answers: 404 },
  'routes/attempts.$id': {
    lets: learners,
    own: ({ attempts }) => `/attempts/${attempts.own}`,
    foreign: ({ attempts }) => `/attempts/${attempts.foreign}`,
    // Whose it is, is not told to others.
    refusal: 404,
    post: {
      lets: learners,
      fields: [
        ['step', '0'],
        ['choice', 'next'],
      ],
    },
  },
  'routes/attempts.$id_.practice': {
    lets: 'everybody',
    own: ({ attempts }) => `/attempts/${attempts.own}/practice`,
    foreign: ({ attempts }) => `/attempts/${attempts.foreign}/practice`,
    answers: 404,
    // Nobody's attempt has ended, so that a learner may and finds nothing to try again.
    post: { lets: learners, fields: [['from', '0']], answers: 404 },
  },
  'routes/attempts.here': { lets: 'everybody', own: '/attempts/here', answers: 404 },
  'routes/attempts.here_.practice': {
    lets: 'everybody',
    own: '/attempts/here/practice',
    answers: 404,
  },
  'routes/characters.$file': {
    lets: 'everybody',
    own: '/characters/no-such-face.svg',
    answers: 404,
  },
  'routes/symbols.$file': {
    lets: 'everybody',
    own: '/symbols/no-such-symbol.svg',
    answers: 404,
  },
  'routes/audit': { lets: ['dsl'], own: '/audit' },
  'routes/audit[.]csv': { lets: ['dsl'], own: '/audit.csv' },
  'routes/compliance': { lets: ['manager', 'dsl'], own: '/compliance' },
  'routes/compliance[.]csv': { lets: ['manager', 'dsl'], own: '/compliance.csv' },
  'routes/components': { lets: 'everybody', own: '/components', answers: 404 },
  'routes/components_.$example': {
    lets: 'everybody',
    own: '/components/button-1',
    answers: 404,
  },
  // In a demonstration these two open; a real school has no such door.
  'routes/demo._index': { lets: 'everybody', own: '/demo', answers: 404 },
  'routes/demo.sign-in': {
    lets: 'everybody',
    own: '/demo/sign-in',
    answers: 303,
    post: { lets: 'everybody', fields: [['person', 'manager']], answers: 404 },
  },
  'routes/display': {
    lets: 'everybody',
    own: '/display',
    answers: 303,
    post: { lets: 'everybody', fields: [['reading', 'easy']], answers: 303 },
  },
  'routes/easy-read': { lets: 'everybody', own: '/easy-read' },
  'routes/exit': { lets: 'everybody', own: '/exit', answers: 303 },
  'routes/help': { lets: 'everybody', own: '/help' },
  'routes/join': { lets: 'everybody', own: '/join' },
  'routes/records': { lets: learners, own: '/records' },
  'routes/records_.$id': {
    lets: learners,
    own: ({ completions }) => `/records/${completions.colleague}`,
    foreign: ({ completions }) => `/records/${completions.foreign}`,
    answers: 404,
  },
  'routes/scenarios._index': { lets: 'everybody', own: '/scenarios' },
  'routes/scenarios.$track.$slug': {
    lets: learners,
    own: `/scenarios/${firstScenario}`,
    post: { lets: learners, fields: [] },
  },
  'routes/scenarios.$track.$slug_.graph': {
    lets: leaders,
    own: `/scenarios/${firstScenario}/graph`,
  },
  'routes/scenarios.$track.$slug_.guide': {
    lets: leaders,
    own: `/scenarios/${firstScenario}/guide`,
  },
  'routes/scenarios.$track.$slug_.review': {
    lets: leaders,
    own: `/scenarios/${firstScenario}/review`,
    // A form that does not say which version its page showed is told to read the newest.
    post: { lets: ['dsl'], fields: [], answers: 409 },
  },
  'routes/sign-in': {
    lets: 'everybody',
    // Without that, whoever is signed in is led on.
    own: '/sign-in?again',
    post: { lets: 'everybody', fields: [['login', 'nobody']], answers: 400 },
  },
  // Nobody here has proved the first half of signing in.
  'routes/sign-in_.code': {
    lets: 'everybody',
    own: '/sign-in/code',
    answers: 303,
    post: { lets: 'everybody', fields: [['code', '123456']], answers: 303 },
  },
  'routes/sign-in_.link': {
    lets: 'everybody',
    own: '/sign-in/link',
    post: { lets: 'everybody', fields: [['token', 'x'.repeat(32)]], answers: 400 },
  },
  'routes/invitation': {
    lets: 'everybody',
    own: `/invitation?token=${'x'.repeat(43)}`,
    answers: 404,
    post: { lets: 'everybody', fields: [], answers: 303 },
  },
  'routes/home': { lets: signedIn, own: '/home', answers: 303 },
  'routes/account': { lets: signedIn, own: '/account' },
  'routes/account_.$file': { lets: signedIn, own: '/account/data.json' },
  // Nobody here has proved lately who they are.
  'routes/account_.password': {
    lets: signedIn,
    own: '/account/password',
    post: { lets: signedIn, fields: [], answers: 403 },
  },
  'routes/account_.second-factor': {
    lets: signedIn,
    own: '/account/second-factor',
    post: { lets: signedIn, fields: [], answers: 403 },
  },
  'routes/switch': {
    lets: 'everybody',
    own: '/switch',
    answers: 303,
    post: { lets: signedIn, fields: [['organisation', 'none']], answers: 404 },
  },
  'routes/people': {
    lets: overseers,
    own: '/people',
    // Without a mail server nobody can be invited all at once.
    post: { lets: staffers, fields: [['press', 'x'.repeat(22)]], answers: 409 },
  },
  'routes/people_.slips': {
    lets: staffers,
    own: '/people/slips',
    post: { lets: staffers, fields: [['press', 'x'.repeat(22)]] },
  },
  'routes/people_.new': {
    lets: staffers,
    own: '/people/new',
    post: { lets: staffers, fields: [], answers: 400 },
  },
  'routes/people_.$id': {
    lets: overseers,
    own: ({ people }) => `/people/${people.own}`,
    foreign: ({ people }) => `/people/${people.foreign}`,
    post: {
      // A safeguarding lead sees who works here, and changes nothing about them.
      lets: staffers,
      fields: [['intent', 'withdraw']],
    },
  },
  'routes/people_.$id_.$file': {
    lets: ['administrator'],
    own: ({ people }) => `/people/${people.own}/data.json`,
    foreign: ({ people }) => `/people/${people.foreign}/data.json`,
  },
  'routes/people_.import': {
    lets: staffers,
    own: '/people/import',
    post: { lets: staffers, fields: [], answers: 400 },
  },
  'routes/people_.import_.$id': {
    lets: staffers,
    own: ({ lists }) => `/people/import/${lists.own}`,
    foreign: ({ lists }) => `/people/import/${lists.foreign}`,
    // A list is for whoever brought it in.
    answers: 404,
    post: { lets: staffers, fields: [['intent', 'apply']], answers: 404 },
  },
  'routes/people_.import_.$id_.problems[.]csv': {
    lets: staffers,
    own: ({ lists }) => `/people/import/${lists.own}/problems.csv`,
    foreign: ({ lists }) => `/people/import/${lists.foreign}/problems.csv`,
    answers: 404,
  },
  'routes/privacy': { lets: 'everybody', own: '/privacy' },
  'routes/privacy_.$track': { lets: 'everybody', own: '/privacy/staff' },
  'routes/cookies': { lets: 'everybody', own: '/cookies' },
  'routes/organisation_.privacy': { lets: overseers, own: '/organisation/privacy' },
  'routes/organisation': { lets: overseers, own: '/organisation' },
  'routes/organisation_.approvals': { lets: overseers, own: '/organisation/approvals' },
  'routes/organisation_.contacts': { lets: overseers, own: '/organisation/contacts' },
  'routes/organisation_.contacts_.$slot': {
    lets: overseers,
    own: '/organisation/contacts/dsl',
    post: { lets: overseers, fields: [], answers: 400 },
  },
  'routes/organisation_.routes': { lets: overseers, own: '/organisation/routes' },
  'routes/organisation_.routes_.$route': {
    lets: overseers,
    own: '/organisation/routes/childline',
    // A form that does not say what was found is told to.
    post: { lets: overseers, fields: [], answers: 400 },
  },
  'routes/organisation_.settings': {
    lets: ['administrator'],
    own: '/organisation/settings',
    // An empty form is told what to write.
    post: { lets: ['administrator'], fields: [], answers: 400 },
  },
  'routes/organisation_.terms': {
    lets: ['administrator'],
    own: '/organisation/terms',
    post: { lets: ['administrator'], fields: [], answers: 400 },
  },
  'routes/sign-out': { lets: 'everybody', own: '/sign-out', answers: 303 },
  'routes/verify': { lets: 'everybody', own: '/verify' },
};

const routes = Object.values((await loadBuild()).routes).filter((route) => route !== undefined);
const foreignMark = 'Foreign Marker';
let app: Awaited<ReturnType<typeof serveHttp>>;
let world: World;

/** Two organisations in which everything has happened, and a visitor of each kind in one of them. */
async function createWorld() {
  const made = await createServices(database);
  const services = { ...made, config: { ...made.config, demo: false } };
  const own = await createOrganisation(database, { name: 'Own School' });
  const foreign = await createOrganisation(database, { name: `${foreignMark} School` });
  for (const { id } of [own, foreign]) await liveThrough(services, id);
  const stranger = await createPerson(database, { name: `${foreignMark} Person` }, foreign.id);
  await database.prisma.staffGroup.create({
    data: { organisationId: foreign.id, name: `${foreignMark} Group` },
  });
  const colleague = (await createPerson(database, { name: 'Colleague' }, own.id)).id;
  const cookies = new Map<Visitor, string>();
  let ownAttempt = '';
  for (const visitor of visitors.filter((visitor) => visitor !== 'nobody')) {
    const held = roles.filter((role) => role === visitor);
    const person = await createPerson(database, { name: visitor, roles: held }, own.id);
    const { token } = await signIn(database, person);
    cookies.set(visitor, (await services.cookies.session.serialize(token)).split(';')[0] ?? '');
    if (visitor === 'learner') ownAttempt = (await beginAttempt(services, person)).id;
  }
  const listOf = (organisationId: string) =>
    database.prisma.staffImport.findFirstOrThrow({ where: { organisationId } });
  const completionOf = (organisationId: string) =>
    database.prisma.completion.findFirstOrThrow({ where: { organisationId } });
  return {
    services,
    cookies,
    foreignId: foreign.id,
    attempts: { own: ownAttempt, foreign: (await beginAttempt(services, stranger)).id },
    people: { own: colleague, foreign: stranger.id },
    lists: { own: (await listOf(own.id)).id, foreign: (await listOf(foreign.id)).id },
    completions: {
      colleague: (await completionOf(own.id)).id,
      foreign: (await completionOf(foreign.id)).id,
    },
  };
}

beforeEach(async () => {
  world = await createWorld();
  app = await serveHttp(world.services);
});

afterEach(() => app.close());

test('every route has a rule, and every rule a route', () => {
  expect(Object.keys(rules).sort()).toEqual(routes.map(({ id }) => id).sort());
});

test.each(routes.map(({ id }) => id))('%s lets in whom it should, and nobody else', async (id) => {
  const rule = ruleOf(id);
  const own = typeof rule.own === 'string' ? rule.own : rule.own(world);
  for (const visitor of visitors) {
    const answer = await knock(visitor, own);
    expectAnswer(visitor, answer, rule);
    await knock(visitor, dataAddress(own, id));
    if (!rule.foreign) continue;
    const status = statusOf(await knock(visitor, rule.foreign(world)));
    if (visitor === 'nobody') expect([303, 404]).toContain(status);
    else expect([403, 404], `${visitor} at a foreign ${id}`).toContain(status);
    await knock(visitor, dataAddress(rule.foreign(world), id));
  }
});

const posting = routes.filter(({ module }) => 'action' in module && module.action);

test.each(posting.map(({ id }) => id))('%s takes forms of whom it should', async (id) => {
  const { post, ...rule } = ruleOf(id);
  const own = typeof rule.own === 'string' ? rule.own : rule.own(world);
  for (const visitor of visitors) {
    const fields = post?.fields ?? [];
    const answer = await knock(visitor, own, fields);
    if (post) expectAnswer(visitor, answer, { ...rule, answers: 303, ...post });
    if (!rule.foreign) continue;
    const before = await foreignRows();
    const status = statusOf(await knock(visitor, rule.foreign(world), fields));
    expect([303, 403, 404], `${visitor} into a foreign ${id}`).toContain(status);
    if (visitor !== 'nobody') expect(status).not.toBe(303);
    expect(await foreignRows()).toEqual(before);
  }
});

test('one loader alone tells no more than its page', async () => {
  for (const { id } of routes.filter(({ id }) => !isForEverybody(ruleOf(id)))) {
    const rule = ruleOf(id);
    const own = typeof rule.own === 'string' ? rule.own : rule.own(world);
    for (const visitor of visitors.filter((one) => !isLetIn(one, rule))) {
      const answer = await knock(visitor, dataAddress(own, id));
      // A way to sign in comes as data; a refusal has its status.
      expect([202, 403, 404], `${visitor} at ${id}`).toContain(answer.status);
      if (answer.status === 202) expect(answer.body).toContain('/sign-in');
    }
  }
});

function ruleOf(id: string): Rule {
  const rule = rules[id];
  if (!rule) throw new Error(`Nobody has said whom ${id} lets in`);
  return rule;
}

const isForEverybody = ({ lets }: Rule) => lets === 'everybody';
const isLetIn = (visitor: Visitor, { lets }: Pick<Rule, 'lets'>) =>
  lets === 'everybody' || lets.includes(visitor);

type Answer = { status: number; location: string; body: string };
const statusOf = ({ status }: Answer) => status;

/** Knocks as somebody, and sees that nothing of the other organisation comes back. */
async function knock(visitor: Visitor, path: string, form?: [string, string][]): Promise<Answer> {
  const cookie = world.cookies.get(visitor);
  const response = await fetch(app.url + path, {
    method: form ? 'POST' : 'GET',
    body: form && new URLSearchParams(form),
    headers: cookie ? { Cookie: cookie } : {},
    redirect: 'manual',
  });
  const body = await response.text();
  expect(response.status, `${visitor} at ${path}`).toBeLessThan(500);
  expect(body, `${visitor} at ${path}`).not.toContain(foreignMark);
  expect(body).not.toContain(world.foreignId);
  return { status: response.status, location: response.headers.get('location') ?? '', body };
}

function expectAnswer(visitor: Visitor, { status, location }: Answer, rule: Rule) {
  const told = { visitor, status, wantsSignIn: location.startsWith('/sign-in?next=') };
  if (isLetIn(visitor, rule))
    expect(told).toEqual({ visitor, status: rule.answers ?? 200, wantsSignIn: false });
  else if (visitor === 'nobody') expect(told).toEqual({ visitor, status: 303, wantsSignIn: true });
  else expect(told).toEqual({ visitor, status: rule.refusal ?? 403, wantsSignIn: false });
}

/** Where Remix's client asks for what one loader gives. */
function dataAddress(path: string, id: string): string {
  const [pathname] = path.split('?');
  return `${pathname === '/' ? '/_root' : pathname}.data?_routes=${encodeURIComponent(id)}`;
}

/** A fingerprint of all that the other organisation has. */
async function foreignRows(): Promise<unknown> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE column_name = 'organisation_id' AND table_schema = 'public' ORDER BY 1`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await database.pool.query<{ print: string }>(
      `SELECT md5(string_agg(t::text, '' ORDER BY t::text)) AS print FROM ${name} t WHERE organisation_id = $1`,
      [world.foreignId],
    );
    prints[name] = rows[0]?.print ?? '';
  }
  return prints;
}
