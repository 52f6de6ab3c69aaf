import type { ActionFunctionArgs } from '@remix-run/node';
import { beforeEach, expect, test } from 'vitest';
import { startAttempt } from '#app/modules/attempts/start.server.ts';
import { findNewest } from '#app/modules/scenarios/cards.server.ts';
import { publishScenarios } from '#app/modules/scenarios/publish.server.ts';
import { createShelf } from '#app/modules/scenarios/shelf.server.ts';
import type { View } from '#app/simulation/view.ts';
import { plainText } from '#app/simulation/wording.ts';
import { readScenario } from '#scenarios/kit/read-scenario.ts';
import { ruleIds } from '#scenarios/rules/rules.ts';
import { easyFiles, easyMark } from '#tests/factories/easy.ts';
import { createKindsJson, inOrder, listed } from '#tests/factories/kinds.ts';
import {
  createPerson,
  createServices,
  signIn,
  type TestServices,
} from '#tests/factories/organisation.ts';
import { rowsOf } from '#tests/factories/rows-of.ts';
import { accepted, createScenarioJson } from '#tests/factories/scenario.ts';
import { database } from '#tests/setup/database.ts';
import * as here from '../attempts.here/route.tsx';
import * as display from '../display/route.tsx';
import * as library from '../scenarios._index/route.tsx';
import * as introduction from '../scenarios.$track.$slug/route.tsx';
import * as attempt from './route.tsx';

const stories = {
  kinds: createKindsJson(),
  staff: createScenarioJson(),
  young: createScenarioJson({ track: 'young-people' }),
};
const sources = Object.values(stories).map((story) =>
  accepted(readScenario(easyFiles(story), ruleIds)),
);

let services: TestServices;
let browser: Browser;

beforeEach(async () => {
  const plain = await createServices(database);
  await publishScenarios(database, sources);
  const folders = sources.map(({ definition }) => definition.id);
  services = { ...plain, shelf: createShelf(database, folders) };
  browser = new Browser();
});

type Route = {
  loader: (args: ActionFunctionArgs) => Promise<unknown>;
  action: (args: ActionFunctionArgs) => Promise<unknown>;
};

/** A browser that keeps its cookies, and does what Remix does with a page: the action, then the loader. */
class Browser {
  readonly cookies = new Map<string, string>();

  args(path: string, params: Record<string, string>, fields?: string[][]) {
    const Cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const body = fields && new URLSearchParams(fields);
    const request = new Request(`http://localhost${path}`, {
      method: fields ? 'POST' : 'GET',
      headers: { Cookie },
      body,
    });
    const context = { services, nonce: 'n', address: '127.0.0.1', onFault: () => {} };
    return { request, params, context } as unknown as ActionFunctionArgs;
  }

  /** Opens a page, or sends its form; where the answer is the page itself, that is what comes back. */
  async visit(route: unknown, path: string, params = {}, fields?: string[][]): Promise<Answer> {
    const { loader, action } = route as Route;
    const args = this.args(path, params, fields);
    const answer = fields ? await action(args) : null;
    if (answer instanceof Response) {
      this.keep(answer.headers.getSetCookie());
      return { status: answer.status, to: answer.headers.get('Location') };
    }
    const came = answer as { data: Came; init: ResponseInit | null } | null;
    this.keep(new Headers(came?.init?.headers).getSetCookie());
    const request = new Request(args.request.url, { headers: args.request.headers });
    const loaded = (await loader({ ...args, request })) as { page: Page };
    return { status: came?.init?.status ?? 200, came: came?.data, ...loaded };
  }

  keep(lines: string[]) {
    for (const line of lines) {
      const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
type Came = { refused: string | null; sent: { values: string[] }; step?: number };
type Page = { view: View; step: number; reading: { level: string } };
type Answer = { status: number; to?: string | null; came?: Came; page?: Page };

/** Somebody signed in with an attempt of the scenario of further kinds. */
async function begin() {
  const person = await createPerson(database);
  const { token, session } = await signIn(database, person);
  const newest = await findNewest(services, stories.kinds.folder);
  if (!newest) throw new Error('The scenario is not in the library');
  const id = await startAttempt(services, session, newest.version);
  browser.keep([await services.cookies.session.serialize(token)]);
  const send = (...fields: string[][]) =>
    browser.visit(attempt, `/attempts/${id}`, { id }, fields.length > 0 ? fields : undefined);
  return { send, organisationId: person.organisationId };
}

/** A visitor in the midst of a story, at something to mark. */
async function beginHere() {
  const [track, slug] = stories.young.folder.split('/');
  const path = `/scenarios/${stories.young.folder}`;
  await browser.visit(introduction, path, { track, slug }, []);
  const send = (...fields: string[][]) =>
    browser.visit(here, '/attempts/here', {}, fields.length > 0 ? fields : undefined);
  await send(['step', '0'], ['choice', 'next']);
  await send(['step', '1'], ['choice', 'next']);
  return send;
}

const choose = (values: string[]) => values.map((value) => ['choice', value]);
const isEasy = ({ page }: { page?: Page }) =>
  page?.view.parts.every(({ blocks }) =>
    blocks.every((block) => block.symbol !== null && plainText(block).startsWith(easyMark)),
  );

test('a switch within an order keeps the place and the order, and records nothing', async () => {
  const { send, organisationId } = await begin();
  await send(['step', '0'], ['choice', 'next']);
  const before = await rowsOf(organisationId);
  const turned = await send(['step', '1'], ...choose(inOrder), ['reading', 'easy']);
  expect(turned).toMatchObject({
    status: 200,
    came: { refused: null, sent: { values: inOrder }, step: 1 },
    page: { step: 1, reading: { level: 'easy', wanted: 'easy', hasBoth: true } },
  });
  expect(isEasy(turned)).toBe(true);
  expect(await rowsOf(organisationId)).toEqual(before);
  const again = await send();
  expect(again.page?.view.items.map(({ id }) => id)).toEqual(listed);
  expect(isEasy(again)).toBe(true);
  const back = await send(['step', '1'], ...choose(inOrder), ['reading', 'standard']);
  expect([isEasy(back), back.came?.sent.values]).toEqual([false, inOrder]);
  expect(browser.cookies.has(services.cookies.reading.name)).toBe(false);
  expect(await rowsOf(organisationId)).toEqual(before);
});

test('what is played in easy text is recorded as anything else is', async () => {
  const { send, organisationId } = await begin();
  await send(['step', '0'], ['reading', 'easy']);
  const steps = [['next'], inOrder, ['ask.who'], ['next']];
  for (const [step, values] of steps.entries())
    expect(await send(['step', `${step}`], ...choose(values))).toMatchObject({ status: 303 });
  expect(isEasy(await send())).toBe(true);
  const rows = await rowsOf(organisationId);
  expect(rows.completions).toHaveLength(1);
  // The words themselves belong to the library; what is kept of the person says nothing of a level.
  expect(JSON.stringify(rows)).not.toMatch(/easy|reading/i);
});

test('a switch for a level that there is none of is refused, and is no step', async () => {
  const { send, organisationId } = await begin();
  await send(['step', '0'], ['choice', 'next']);
  const before = await rowsOf(organisationId);
  for (const level of ['', 'easier', 'EASY']) {
    const refused = await send(['step', '1'], ...choose(inOrder), ['reading', level]);
    expect(refused).toMatchObject({
      status: 400,
      came: { refused: 'unreadable', sent: { values: inOrder } },
      page: { step: 1, reading: { level: 'standard' } },
    });
  }
  expect(await rowsOf(organisationId)).toEqual(before);
  expect(browser.cookies.has(services.cookies.reading.name)).toBe(false);
});

test('a switch on an older page shows where the person is, and says which page it was', async () => {
  const { send } = await begin();
  await send(['step', '0'], ['choice', 'next']);
  expect(await send(['step', '0'], ['reading', 'easy'])).toMatchObject({
    came: { step: 0 },
    page: { step: 1, reading: { level: 'easy' } },
  });
});

test('a switch of an attempt that is not one’s own shows nothing of it', async () => {
  await begin();
  const id = '00000000-0000-4000-8000-000000000000';
  const sent = browser.visit(attempt, `/attempts/${id}`, { id }, [['reading', 'easy']]);
  await expect(sent).rejects.toMatchObject({ status: 404 });
  browser.cookies.delete(services.cookies.session.name);
  const unsigned = browser.visit(attempt, `/attempts/${id}`, { id }, [['reading', 'easy']]);
  await expect(unsigned).rejects.toMatchObject({ status: 303 });
});

test('a visitor keeps the story, the place and the marks', async () => {
  const send = await beginHere();
  const story = browser.cookies.get(services.cookies.here.name);
  const turned = await send(['step', '2'], ...choose(['gift', 'bus']), ['reading', 'easy']);
  expect(turned).toMatchObject({
    status: 200,
    came: { refused: null, sent: { values: ['gift', 'bus'] } },
    page: { step: 2, reading: { level: 'easy' } },
  });
  expect(isEasy(turned)).toBe(true);
  expect(browser.cookies.get(services.cookies.here.name)).toBe(story);
  expect(await send(['step', '2'], ['reading', 'dance'])).toMatchObject({ status: 400 });
  expect(browser.cookies.get(services.cookies.here.name)).toBe(story);
});

test('elsewhere the choice leads back to the page it was made on, and nowhere else', async () => {
  const send = (...fields: string[][]) => browser.visit(display, '/display', {}, fields);
  const back = `/scenarios/${stories.staff.folder}`;
  expect(await send(['reading', 'easy'], ['return', back])).toEqual({ status: 303, to: back });
  expect(browser.cookies.has(services.cookies.reading.name)).toBe(true);
  for (const elsewhere of ['https://evil.example/', '//evil.example', '/\\evil.example', 'x', ''])
    expect(await send(['reading', 'easy'], ['return', elsewhere])).toMatchObject({
      to: '/scenarios',
    });
  expect(await send(['reading', 'standard'])).toEqual({ status: 303, to: '/scenarios' });
  expect(browser.cookies.has(services.cookies.reading.name)).toBe(false);
  for (const level of [
    ['reading', 'loud'],
    ['other', 'easy'],
  ])
    await expect(send(level)).rejects.toMatchObject({ status: 400 });
});

test('the library and an introduction are read in the level that somebody chose', async () => {
  const [track, slug] = stories.young.folder.split('/');
  const open = async () => [
    await browser.visit(library, '/scenarios'),
    await browser.visit(introduction, `/scenarios/${stories.young.folder}`, { track, slug }),
  ];
  const level = (name: string) => ({ level: name, hasBoth: true });
  expect(await open()).toMatchObject([
    { reading: level('standard') },
    { introduction: { reading: level('standard') } },
  ]);
  browser.keep([await services.cookies.reading.serialize('easy')]);
  const [cards, page] = await open();
  expect([cards, page]).toMatchObject([
    { reading: level('easy') },
    { introduction: { reading: level('easy') } },
  ]);
  expect(JSON.stringify(cards)).toContain(easyMark);
  expect(JSON.stringify(page)).toContain(easyMark);
});

test('where there is no easy text, standard words are shown and it is known who wanted it', async () => {
  const plain = await createServices(database);
  const source = sources[1];
  if (!source) throw new Error('There is no second story');
  const words = source.words.filter(({ level }) => level === 'standard');
  const definition = {
    ...source.definition,
    id: 'parents/a-plain-word',
    track: 'parents' as const,
  };
  await publishScenarios(database, [{ ...source, definition, words }]);
  services = { ...plain, shelf: createShelf(database, [definition.id]) };
  browser.keep([await services.cookies.reading.serialize('easy')]);
  const [track, slug] = definition.id.split('/');
  const none = { level: 'standard', wanted: 'easy', hasBoth: false };
  expect(await browser.visit(library, '/scenarios')).toMatchObject({ reading: none });
  expect(
    await browser.visit(introduction, `/scenarios/${definition.id}`, { track, slug }),
  ).toMatchObject({ introduction: { reading: none } });
});
