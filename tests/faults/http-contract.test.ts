import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppProcess, startApp } from '#tests/setup/app-process.ts';
import { HttpClient } from '#tests/setup/http-client.ts';
import { chance, readScene, startWalk } from '#tests/setup/walker.ts';
import {
  copyOfScenarios,
  openData,
  postStep,
  scenario,
  sceneOf,
  temporaryData,
  walkToEnd,
} from './support.ts';

type Temporary = Awaited<ReturnType<typeof temporaryData>>;

let temporary: Temporary;
let app: AppProcess;
let data: Awaited<ReturnType<typeof openData>>;
let staff: HttpClient;
let manager: HttpClient;

beforeAll(async () => {
  temporary = await temporaryData('contract');
  const folder = await copyOfScenarios(temporary.folder);
  app = await startApp(temporary.folder, { SIGNPOST_SCENARIOS: folder });
  data = await openData(temporary.folder);
  staff = await signedIn('staff');
  manager = await signedIn('manager');
});

afterAll(async () => {
  await data?.close();
  await app?.stop();
  await temporary?.remove();
});

const stranger = () => new HttpClient(app.url);
const location = (response: Response) => response.headers.get('location');
const mainOf = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
const hereStart = '/scenarios/parents/a-picture-is-going-round';

async function signedIn(part: string) {
  const client = stranger();
  await client.signIn(part);
  return client;
}

/** An attempt after these answers, each of which must be taken. */
async function attemptAfter(answers: string[][], client = staff) {
  const address = await startWalk(client);
  for (const [step, values] of answers.entries())
    expect((await postStep(client, address, step, values)).status).toBe(303);
  return address;
}

async function recorded(address: string) {
  const { rows } = await data.pool.query<{ step: number; values: string[] }>(
    'SELECT step, values FROM attempt_events WHERE attempt_id = $1 ORDER BY step',
    [address.split('/').at(-1)],
  );
  return rows;
}

/** A refused step: 400, the scene again with a sentence, and nothing recorded. */
async function expectRefused(address: string, fields: [string, string][], sentence: string) {
  const before = await recorded(address);
  const response = await staff.post(address, fields);
  const html = await response.text();
  expect({ fields, status: response.status }).toEqual({ fields, status: 400 });
  expect(mainOf(html)).toContain('role="alert"');
  expect(mainOf(html)).toContain(sentence);
  expect(readScene(html).step).toBe(String(before.length));
  expect(await recorded(address)).toEqual(before);
}

const unknown = 'That answer does not belong to this scene.';
const notOpen = 'That answer is not open at this point.';
const unreadable = 'We could not read that answer.';
const future = 'That answer was for a scene you have not reached.';
const nothing = 'Choose one of the answers, then go on.';

test('a right step is recorded once, however often and however fast it is sent', async () => {
  const address = await startWalk(staff);
  const first = await sceneOf(staff, address);
  expect(first).toMatchObject({ step: '0', choices: ['next'] });
  const clicks = await Promise.all(
    Array.from({ length: 6 }, () => postStep(staff, address, 0, ['next'])),
  );
  for (const click of clicks) expect([click.status, location(click)]).toEqual([303, address]);
  const again = await postStep(staff, address, 0, ['next']);
  expect([again.status, location(again)]).toEqual([303, address]);
  expect(await recorded(address)).toEqual([{ step: 0, values: ['next'] }]);
  expect((await sceneOf(staff, address)).step).toBe('1');
});

test('two different clicks at once: one is recorded, the other is told where the person is', async () => {
  const address = await attemptAfter([['next'], [], ['next']]);
  const clicks = await Promise.all(
    ['ask.why', 'listen.first'].map((choice) => postStep(staff, address, 3, [choice])),
  );
  expect(clicks.map(({ status }) => status)).toEqual([303, 303]);
  expect(clicks.map(location).sort()).toEqual([address, `${address}?older`]);
  expect(await recorded(address)).toHaveLength(4);
});

test('an older page leads to the current scene with a notice, whatever it sends', async () => {
  const address = await attemptAfter([['next'], ['coat'], ['next']]);
  for (const [step, values] of [
    [0, ['next']],
    [0, ['nonsense']],
    [1, ['coat']],
    [2, ['nonsense']],
    [2, []],
    [2, ['a', 'b']],
    [1, ['x'.repeat(10_000)]],
    [2, ['\0']],
  ] as const) {
    const response = await postStep(staff, address, step, [...values]);
    expect([response.status, location(response)]).toEqual([303, `${address}?older`]);
  }
  const html = await (await staff.get(`${address}?older`)).text();
  expect(mainOf(html)).toContain('That page was an older one');
  expect(readScene(html).step).toBe('3');
  expect(await recorded(address)).toHaveLength(3);
});

test('what is no choice here is refused, with the scene and a sentence', async () => {
  const address = await attemptAfter([['next'], [], ['next']]);
  const at = (step: string, ...choices: string[]): [string, string][] => [
    ['step', step],
    ...choices.map((choice): [string, string] => ['choice', choice]),
  ];
  await expectRefused(address, at('4', 'listen.first'), future);
  await expectRefused(address, at('99999', 'listen.first'), future);
  await expectRefused(address, at('3', 'nonsense'), unknown);
  await expectRefused(address, at('3', 'next'), unknown);
  await expectRefused(address, at('3', '__proto__'), unknown);
  await expectRefused(address, at('3', 'constructor'), unknown);
  await expectRefused(address, at('3', ''), unknown);
  await expectRefused(address, at('3'), nothing);
  await expectRefused(address, at('3', 'ask.why', 'listen.first'), unknown);
  await expectRefused(address, at('3', 'listen.first', 'listen.first'), unknown);
  await expectRefused(address, at('3', 'listen.first\0'), unknown);
  await expectRefused(address, at('3', 'x'.repeat(10_000)), unknown);
  for (const step of [
    '',
    '-1',
    'NaN',
    '1e0',
    '3.0',
    ' 3',
    '0x3',
    '9'.repeat(400),
    '\0',
    'Infinity',
  ])
    await expectRefused(address, at(step, 'listen.first'), unreadable);
  await expectRefused(address, [['choice', 'listen.first']], unreadable);
  await expectRefused(address, [], unreadable);
});

test('a choice whose guard is off is neither offered nor taken', async () => {
  const toTheFear = ['take.phone', 'carry.on', 'say.who', 'go.alone', 'next'];
  const address = await attemptAfter([
    ['next'],
    [],
    ['next'],
    ...toTheFear.map((choice) => [choice]),
  ]);
  const scene = await sceneOf(staff, address);
  expect(scene.choices).toEqual(['look.first', 'call.police']);
  const ringHer: [string, string][] = [
    ['step', scene.step],
    ['choice', 'ring.her'],
  ];
  await expectRefused(address, ringHer, notOpen);
});

test('marks: none is an answer; an unknown or a repeated one is not', async () => {
  const address = await attemptAfter([['next']]);
  expect((await sceneOf(staff, address)).isSpot).toBe(true);
  const marks = (...ids: string[]): [string, string][] => [
    ['step', '1'],
    ...ids.map((id): [string, string] => ['choice', id]),
  ];
  await expectRefused(address, marks('coat', 'nonsense'), unknown);
  await expectRefused(address, marks('coat', 'coat'), unknown);
  await expectRefused(address, marks('saw.much'), unknown);
  await expectRefused(address, marks(...Array.from({ length: 300 }, () => 'coat')), unknown);
  expect((await postStep(staff, address, 1, [])).status).toBe(303);
  expect((await recorded(address))[1]).toEqual({ step: 1, values: [] });
});

test('unknown fields are ignored', async () => {
  const address = await startWalk(staff);
  const response = await staff.post(address, [
    ['step', '0'],
    ['state', 'sheComesBack'],
    ['choice', 'next'],
    ['__proto__', 'x'],
    ['rating', 'recommended'],
  ]);
  expect(response.status).toBe(303);
  expect((await sceneOf(staff, address)).step).toBe('1');
});

test('an ended attempt shows its ending, has nothing to choose and takes no step', async () => {
  const address = await startWalk(staff);
  const steps = await walkToEnd(staff, address, chance(7));
  const html = await (await staff.get(address)).text();
  expect(html).not.toContain('name="choice"');
  const more = await postStep(staff, address, steps, ['next']);
  expect(more.status).toBe(400);
  expect(await more.text()).toContain('This scenario has ended.');
  const last = (await recorded(address)).at(-1);
  const again = await postStep(staff, address, steps - 1, last?.values ?? []);
  expect([again.status, location(again)]).toEqual([303, address]);
  expect(await recorded(address)).toHaveLength(steps);
});

test('an attempt of somebody else, of nobody or of no such id is not there', async () => {
  const address = await startWalk(staff);
  const nobodys = `/attempts/${randomUUID()}`;
  const addresses = [address, nobodys, '/attempts/1', '/attempts/%00', '/attempts/..%2f1'];
  for (const place of addresses) {
    const { status } = await manager.get(place);
    expect([400, 404]).toContain(status);
    if (place !== '/attempts/%00') expect(status).toBe(404);
  }
  for (const place of [address, nobodys, '/attempts/1']) {
    expect((await postStep(manager, place, 0, ['next'])).status).toBe(404);
    expect((await postStep(manager, place, 'x', ['next'])).status).toBe(404);
    expect((await manager.post(`${place}/practice`, [['from', '0']])).status).toBe(404);
    const single = await manager.get(`${place}.data?_routes=routes%2Fattempts.%24id`);
    expect(single.status).toBe(404);
    expect(await single.text()).not.toContain('formTime');
  }
  expect(await recorded(address)).toEqual([]);
});

test('whoever is not signed in is sent to sign in, and back', async () => {
  const address = await startWalk(staff);
  const pages = [address, '/records', '/compliance', '/compliance.csv?asAt=2026-01-01', scenario];
  for (const page of pages) {
    const response = await stranger().get(page);
    expect(response.status).toBe(303);
    expect(location(response)).toBe(`/sign-in?next=${encodeURIComponent(page)}`);
  }
  for (const form of [address, scenario]) {
    const response = await stranger().post(form, [['step', '0']]);
    expect(response.status).toBe(303);
    expect(location(response)).toBe(`/sign-in?next=${encodeURIComponent(form)}`);
  }
  const door = await stranger().get(`/sign-in?next=${encodeURIComponent(address)}`);
  expect([door.status, location(door)]).toEqual([303, `/demo?next=${encodeURIComponent(address)}`]);
  const back = await stranger().post('/demo/sign-in', [
    ['person', 'staff'],
    ['next', address],
  ]);
  expect([back.status, location(back)]).toEqual([303, address]);
});

test('no address of somebody else is ever followed', async () => {
  const evil = ['//evil.example', '/\\evil.example', 'https://evil.example', '\\/evil.example'];
  const more = ['/\t/evil.example', ' //evil.example', 'javascript:alert(1)', '/%0d%0aX: y\r\n'];
  for (const next of [...evil, ...more]) {
    const into = await stranger().post('/demo/sign-in', [
      ['person', 'staff'],
      ['next', next],
    ]);
    expect([into.status, location(into)]).toEqual([303, '/scenarios']);
    const query = encodeURIComponent(next);
    const door = await stranger().get(`/sign-in?next=${query}`);
    expect([door.status, location(door)]).toEqual([303, '/demo']);
    for (const page of [`/demo?next=${query}`, `/help?from=${query}`]) {
      const html = await (await stranger().get(page)).text();
      for (const [, link = ''] of html.matchAll(/(?:href|action|value)="([^"]*)"/g)) {
        const leads = URL.canParse(link, app.url) ? new URL(link, app.url) : null;
        expect(leads?.host).not.toBe('evil.example');
        expect(leads?.protocol).not.toBe('javascript:');
      }
    }
  }
});

test('a single loader asked for by itself lets nobody see more than the page does', async () => {
  const address = await startWalk(staff);
  const ask = (client: HttpClient, path: string, route: string) =>
    client.get(`${path}.data?_routes=${encodeURIComponent(route)}`);
  const asked: [string, string][] = [
    [address, 'routes/attempts.$id'],
    ['/records', 'routes/records'],
    ['/compliance', 'routes/compliance'],
    [scenario, 'routes/scenarios.$track.$slug'],
  ];
  for (const [path, route] of asked) {
    const response = await ask(stranger(), path, route);
    expect(response.status).toBe(202);
    const text = await response.text();
    expect(text).toContain('/sign-in?next=');
    expect(text).not.toMatch(/formTime|Ruth Adeyemi|contentNote/);
  }
  const refused = await ask(staff, '/compliance', 'routes/compliance');
  expect(refused.status).toBe(403);
  expect(await refused.text()).not.toContain('Graham Pell');
  expect(await (await ask(stranger(), '/records', 'root')).text()).not.toContain('Ruth Adeyemi');
  expect((await ask(manager, '/compliance', 'routes/compliance')).status).toBe(200);
});

test('the library and the introductions', async () => {
  const library = await stranger().get('/scenarios');
  expect(library.status).toBe(200);
  const html = await library.text();
  expect(html).toContain(`href="${scenario}"`);
  expect(html).toContain(`href="${hereStart}"`);
  expect((await staff.get(scenario)).status).toBe(200);
  expect((await stranger().get(hereStart)).status).toBe(200);
  for (const nowhere of ['/scenarios/staff/nowhere', '/scenarios/nowhere/x', '/scenarios/staff'])
    for (const client of [staff, stranger()]) {
      expect((await client.get(nowhere)).status).toBe(404);
      expect((await client.post(nowhere, [])).status).toBe(404);
    }
});

test('an attempt held by the browser follows the same rules and leaves no row', async () => {
  const count = async () => (await data.pool.query('SELECT count(*) FROM attempts')).rows[0];
  const before = await count();
  const visitor = stranger();
  expect((await visitor.get('/attempts/here')).status).toBe(404);
  expect((await postStep(visitor, '/attempts/here', 0, ['next'])).status).toBe(404);
  expect((await postStep(visitor, '/attempts/here', 'x', [])).status).toBe(404);
  const started = await visitor.post(hereStart, []);
  expect([started.status, location(started)]).toEqual([303, '/attempts/here']);
  const page = await (await visitor.get('/attempts/here')).text();
  expect(page).toContain('<title>Signpost</title>');

  const post = (step: string | number, ...values: string[]) =>
    postStep(visitor, '/attempts/here', step, values);
  expect((await post(0, 'nonsense')).status).toBe(400);
  expect((await post(0)).status).toBe(400);
  expect((await post(1, 'next')).status).toBe(400);
  expect((await post('x', 'next')).status).toBe(400);
  const taken = await post(0, 'next');
  expect([taken.status, location(taken)]).toEqual([303, '/attempts/here']);
  expect(location(await post(0, 'next'))).toBe('/attempts/here');
  expect(location(await post(0, 'other'))).toBe('/attempts/here?older');
  expect((await post(1, 'coat', 'coat')).status).toBe(400);
  expect((await post(1)).status).toBe(303);
  expect((await sceneOf(visitor, '/attempts/here')).step).toBe('2');

  const steps = 2 + (await walkToEnd(visitor, '/attempts/here', chance(11)));
  expect(await (await visitor.get('/attempts/here')).text()).not.toContain('name="choice"');
  expect((await post(steps, 'next')).status).toBe(400);

  for (const from of ['', '-1', 'x', String(steps), '99999'])
    expect((await visitor.post('/attempts/here/practice', [['from', from]])).status).toBe(404);
  expect((await visitor.post('/attempts/here/practice', [])).status).toBe(404);
  const practice = await visitor.post('/attempts/here/practice', [['from', '3']]);
  expect([practice.status, location(practice)]).toEqual([303, '/attempts/here']);
  expect((await sceneOf(visitor, '/attempts/here')).step).toBe('3');

  const exit = await visitor.get('/exit');
  expect(exit.status).toBe(303);
  expect(new URL(location(exit) ?? '').protocol).toBe('https:');
  expect((await visitor.get('/attempts/here')).status).toBe(404);
  expect(await count()).toEqual(before);
});

test('a cookie that was tampered with holds no attempt and no session', async () => {
  const visitor = stranger();
  await visitor.post(hereStart, []);
  for (const client of [visitor, await signedIn('staff')]) {
    const [[name = '', value = ''] = []] = [...client.cookies];
    const [payload = '', signature = ''] = decodeURIComponent(value).split('.');
    const other = `${payload.slice(0, -4)}AAAA`;
    for (const forged of [`${other}.${signature}`, payload, `${payload}.`, '', '%zz', 'null.x']) {
      client.cookies.set(name, forged.startsWith('%') ? forged : encodeURIComponent(forged));
      const page = name.includes('here') ? '/attempts/here' : '/records';
      expect((await client.get(page)).status).toBe(name.includes('here') ? 404 : 303);
    }
  }
});

test('practice: from a step of an ended attempt of one’s own, and of nothing else', async () => {
  const open = await startWalk(staff);
  expect((await staff.post(`${open}/practice`, [['from', '0']])).status).toBe(404);
  const address = await startWalk(staff);
  const steps = await walkToEnd(staff, address, chance(3));
  for (const from of [
    '',
    '-1',
    'x',
    '1.5',
    '1e1',
    '0x1',
    ' 1',
    String(steps),
    '99999',
    '9'.repeat(30),
  ])
    expect((await staff.post(`${address}/practice`, [['from', from]])).status).toBe(404);
  expect((await staff.post(`${address}/practice`, [])).status).toBe(404);
  expect((await staff.get(`${address}/practice`)).status).toBe(404);
  const response = await staff.post(`${address}/practice`, [['from', '3']]);
  expect(response.status).toBe(303);
  const practice = location(response) ?? '';
  expect((await sceneOf(staff, practice)).step).toBe('3');
  const older = await postStep(staff, practice, 2, ['next']);
  expect([older.status, location(older)]).toEqual([303, `${practice}?older`]);
  expect((await postStep(staff, practice, 3, ['listen.first'])).status).toBe(303);
  await walkToEnd(staff, practice, chance(4));
  expect((await staff.post(`${practice}/practice`, [['from', '3']])).status).toBe(404);
});

test('records and the matrix, for those whose they are', async () => {
  expect((await staff.get('/records')).status).toBe(200);
  expect((await staff.get('/compliance')).status).toBe(403);
  expect((await staff.get('/compliance.csv')).status).toBe(403);
  const page = await manager.get('/compliance?asAt=2026-10-01');
  expect(page.status).toBe(200);
  const csv = await manager.get('/compliance.csv?asAt=2026-10-01');
  expect(csv.status).toBe(200);
  expect(csv.headers.get('content-type')).toMatch(/^text\/csv/);
  expect(csv.headers.get('content-disposition')).toContain('compliance-2026-10-01.csv');
  expect((await manager.get('/compliance.csv')).status).toBe(200);
  const wrong = ['2026-02-30', '2999-01-01', 'yesterday', '2026-1-1', '0000-00-00', '\0', '-1'];
  for (const asAt of [...wrong, 'x'.repeat(1_000)]) {
    const query = `asAt=${encodeURIComponent(asAt)}`;
    const refused = await manager.get(`/compliance.csv?${query}`);
    expect([asAt, refused.status]).toEqual([asAt, 400]);
    expect(refused.headers.get('content-disposition')).toBeNull();
    const shown = await manager.get(`/compliance?${query}`);
    expect(shown.status).toBe(200);
    expect(mainOf(await shown.text())).toContain('role="alert"');
  }
});

/** Sends a file as a browser does. */
async function upload(client: HttpClient, path: string, content: string | Blob, headers = {}) {
  const body = new FormData();
  body.set('file', new File([content], 'staff.csv'));
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const options = { method: 'POST', body, redirect: 'manual' } as const;
  return fetch(app.url + path, { ...options, headers: { Cookie: cookie, ...headers } });
}

test('a staff list is read, looked at, and brought in while the page tells how far it is', async () => {
  const lines = Array.from({ length: 300 }, (_, n) => `Person ${n},p${n}@staff-list.example`);
  const sent = await upload(manager, '/people/import', `Name,Email\n${lines.join('\n')}`);
  expect([sent.status, location(sent)]).toEqual([
    303,
    expect.stringMatching(/^\/people\/import\/[\da-f-]{36}$/),
  ]);
  const address = location(sent) ?? '';
  const page = await (await manager.get(address)).text();
  expect(page).toContain('300 people would change');
  expect(page).not.toContain('http-equiv="refresh"');
  expect((await manager.get(`${address}/problems.csv`)).status).toBe(200);
  expect((await manager.post(address, [['intent', 'apply']])).status).toBe(303);
  await expect
    .poll(async () => (await manager.get(address)).text(), { timeout: 20_000 })
    .toContain('The staff list has been brought in');
  expect((await manager.get(`${address}/problems.csv`)).status).toBe(404);
  for (const client of [staff, stranger()])
    expect([303, 403]).toContain((await client.get(address)).status);
});

test('files are taken at that address alone, up to their size, from our own pages', async () => {
  const status = async (...given: Parameters<typeof upload>) => (await upload(...given)).status;
  const list = 'Name,Email\n';
  expect(await status(manager, '/people/import', list)).toBe(400);
  expect(await status(manager, '/people/import?x=1', list)).toBe(400);
  expect(await status(manager, '/people/import.data', list)).toBeLessThan(500);
  for (const path of ['/people', '/people/import/', '/people/import/1', '/x/people/import', '/'])
    expect([path, await status(manager, path, list)]).toEqual([path, 415]);
  expect(await status(manager, '/people/import', new Blob([new Uint8Array(5_242_881)]))).toBe(413);
  const elsewhere = { Origin: 'https://evil.example' };
  expect(await status(manager, '/people/import', list, elsewhere)).toBe(403);
  expect(await status(staff, '/people/import', list)).toBe(403);
  expect(await status(stranger(), '/people/import', list)).toBe(303);
  const typed = await manager.post('/people/import', [['file', 'x'.repeat(17_000)]]);
  expect(typed.status).toBe(413);
  const broken = { 'Content-Type': 'multipart/form-data; boundary=other' };
  expect(await status(manager, '/people/import', list, broken)).toBe(400);
});

test('the demo door', async () => {
  expect((await stranger().get('/demo')).status).toBe(200);
  for (const person of ['nobody', '', 'STAFF', '__proto__', 'x'.repeat(10_000), '\0']) {
    const visitor = stranger();
    const response = await visitor.post('/demo/sign-in', [['person', person]]);
    expect([response.status, location(response)]).toEqual([303, '/demo?unknown']);
    expect(visitor.cookies.size).toBe(0);
  }
  expect(location(await stranger().post('/demo/sign-in', []))).toBe('/demo?unknown');
  expect(location(await stranger().get('/demo/sign-in'))).toBe('/demo');
  expect(await (await stranger().get('/demo?unknown')).text()).toContain('role="alert"');
});

test('help, exit, health, signing out, and an address that is none of ours', async () => {
  expect((await stranger().get('/help')).status).toBe(200);
  expect((await stranger().get('/exit')).status).toBe(303);
  const health = await stranger().get('/healthz');
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok', database: 'ok' }]);
  for (const nowhere of ['/nowhere', '/attempts', '/scenarios/a/b/c', '//evil.example/x']) {
    expect((await stranger().get(nowhere)).status).toBe(404);
    expect((await stranger().post(nowhere, [])).status).toBe(404);
  }
  const leaver = await signedIn('dsl');
  const kept = new Map(leaver.cookies);
  expect((await leaver.get('/records')).status).toBe(200);
  const out = await leaver.post('/sign-out', []);
  expect([out.status, location(out), leaver.cookies.size]).toEqual([303, '/', 0]);
  for (const [name, value] of kept) leaver.cookies.set(name, value);
  expect((await leaver.get('/records')).status).toBe(303);
  expect(location(await stranger().post('/sign-out', []))).toBe('/');
});
