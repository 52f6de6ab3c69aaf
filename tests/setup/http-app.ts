import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { Services } from '#app/modules/services.ts';
import { createHttpApp } from '#app/platform/http/app.ts';
import { createLog } from '#app/platform/log.ts';

/** What was built of the pages; the tests run after the build. */
export async function loadBuild(): Promise<ServerBuild> {
  const file = path.join(import.meta.dirname, '../../build/server/index.js');
  return (await import(pathToFileURL(file).href)) as ServerBuild;
}

/** The whole HTTP side in the test's own process, on services of the test's choice. */
export async function serveHttp(services: Services, log = createLog('silent')) {
  const app = createHttpApp({
    config: services.config,
    database: services.database,
    log,
    services,
    build: await loadBuild(),
  });
  const server: Server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
