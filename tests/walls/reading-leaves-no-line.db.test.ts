import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { beginAttempt } from '#tests/factories/attempt.ts';
import { createServices } from '#tests/factories/organisation.ts';
import { database } from '#tests/setup/database.ts';
import { serveHttp } from '#tests/setup/http-app.ts';

test('the log does not tell who reads easy text', async () => {
  const lines: string[] = [];
  const kept = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      done();
    },
  });
  const services = await createServices(database);
  const { id, token } = await beginAttempt(services);
  const app = await serveHttp(services, pino({ base: undefined }, kept));
  const cookies = [
    await services.cookies.session.serialize(token),
    await services.cookies.reading.serialize('easy'),
  ];
  const Cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  const ask = async (path: string, fields?: Record<string, string>) => {
    const body = fields && new URLSearchParams(fields);
    const method = fields ? 'POST' : 'GET';
    const answer = await fetch(app.url + path, {
      ...{ method, body, redirect: 'manual', headers: { Cookie } },
    });
    await answer.text();
    return answer.status;
  };
  const attempt = `/attempts/${id}`;
  expect([
    await ask(attempt),
    await ask('/symbols/memo.svg'),
    await ask('/symbols/no-such-symbol.svg'),
    await ask('/easy-read'),
    await ask('/display'),
    await ask('/display', { reading: 'easy' }),
    await ask('/display', { reading: 'loud' }),
    await ask(attempt, { step: '0', reading: 'easy' }),
    await ask(attempt, { step: '0', reading: 'loud' }),
    await ask('/scenarios'),
  ]).toEqual([200, 200, 404, 200, 303, 303, 400, 200, 400, 200]);
  await app.close();
  const logged = lines.map((line) => JSON.parse(line) as { method: string; path: string });
  expect(logged.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `GET ${attempt}`,
    'GET /scenarios',
  ]);
  expect(lines.join('')).not.toMatch(/easy|symbol|reading|display/);
});
