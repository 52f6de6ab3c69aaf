import type { Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { createCookies } from './modules/access/cookies.server.ts';
import { createIdentity } from './modules/access/identity.server.ts';
import { createLimits } from './modules/access/limits.server.ts';
import { seedDemo } from './modules/demo/seed.server.ts';
import { sendMailTask } from './modules/mail/send-task.ts';
import { applyImportTask, resumeImports } from './modules/people/import-task.server.ts';
import { retentionTask } from './modules/privacy/retention.server.ts';
import { walkthroughsIn } from './modules/scenarios/library-walkthroughs.ts';
import { publishScenarios } from './modules/scenarios/publish.server.ts';
import { readLibrary } from './modules/scenarios/read-folders.server.ts';
import { createShelf } from './modules/scenarios/shelf.server.ts';
import type { Services } from './modules/services.ts';
import type { Config } from './platform/config.ts';
import { connectDatabase } from './platform/database/client.ts';
import { type OpenedDatabase, openDatabase } from './platform/database/open.ts';
import { wall } from './platform/database/walled.ts';
import { createHttpApp } from './platform/http/app.ts';
import { createHttpServer } from './platform/http/http-server.ts';
import { startJobs } from './platform/jobs/runner.ts';
import { createLog, type Logger } from './platform/log.ts';
import { createMailer } from './platform/mail/mailer.ts';
import { readSecret } from './platform/secrets.ts';

export type RunningServer = { url: string; stop(): Promise<void> };

/** Vite serves the files and rebuilds the pages while developing. */
export type Development = {
  assets: RequestHandler;
  build: () => Promise<ServerBuild>;
  close(): Promise<void>;
};

const clock = () => new Date();
const patience = 10_000;
/** A database that hangs is as good as away: nobody waits longer than this for one answer of it. */
const query_timeout = 10_000;

/** Puts the whole application together and serves it. `tell` hears each stage as it happens. */
export async function startServer(
  config: Config,
  tell: (sentence: string) => void,
  development?: Development,
): Promise<RunningServer> {
  const log = createLog(config.logLevel);
  const opened = await openDatabase(config, tell);
  try {
    const connected = connectDatabase({ ...opened.app, query_timeout }, (error) =>
      log.warn({ reason: error.message }, 'a database connection was lost'),
    );
    const identified = connectDatabase({ ...opened.identity, query_timeout }, (error) =>
      log.warn({ reason: error.message }, 'a database connection was lost'),
    );
    const database = wall(connected);
    const prepared = await prepareContent(config, opened, log, tell);
    const secret = await readSecret(config);
    const cookies = createCookies(config, secret);
    const identity = createIdentity(identified, config, secret);
    const limits = createLimits(identified.pool, secret);
    const shelf = createShelf(database, prepared.folders, prepared.walkthroughs);
    const services: Services = { config, database, clock, cookies, shelf, identity, limits };
    const build = development?.build ?? (await loadBuild(config));
    const app = createHttpApp({
      config,
      database,
      log,
      services,
      build,
      assets: development?.assets,
    });
    const server = await listen(createHttpServer(app).listen(config.port, config.host), config);
    // Last: what has begun behind the requests would be in the way of a start that fails.
    const jobs = await startBackground(config, opened, log);
    return {
      url: urlOf(server, config),
      stop: async () => {
        await closeServer(server);
        await development?.close();
        await jobs.stop();
        await connected.close();
        await identified.close();
        await opened.release();
      },
    };
  } catch (error) {
    await opened.release();
    throw error;
  }
}

/** What stands in the database before anybody asks: the scenarios, and in a demonstration its school. */
async function prepareContent(
  config: Config,
  { owner }: OpenedDatabase,
  log: Logger,
  tell: (sentence: string) => void,
) {
  const library = await readLibrary(config.scenariosFolder);
  for (const { severity, scenario, file, state, key, message } of library.findings)
    if (severity === 'error')
      log.error({ scenario, file, state, key, message }, 'a scenario has an error');
  const database = connectDatabase(owner);
  try {
    const published = await publishScenarios(database, library.scenarios);
    if (published.versions + published.texts + published.guides > 0)
      tell(
        `Published ${published.versions} scenario versions, ${published.texts} texts and ${published.guides} guides.`,
      );
    const shelf = createShelf(wall(database), library.folders);
    if (config.demo && (await seedDemo(database, shelf, clock)))
      tell('Made the demo organisation.');
  } finally {
    await database.close();
  }
  return { folders: library.folders, walkthroughs: walkthroughsIn(library) };
}

/** What is done behind the requests, by a role that sees every organisation and serves no page. */
async function startBackground(config: Config, opened: OpenedDatabase, log: Logger) {
  const database = connectDatabase(opened.jobs);
  // A staff list is brought in as by its page: within one organisation.
  const asApp = connectDatabase(opened.app);
  const mailer = createMailer(config.mail);
  await resumeImports(database);
  const running = await startJobs({
    connection: opened.jobs,
    tasks: {
      'send-mail': sendMailTask(mailer),
      retention: retentionTask(database, clock),
      'apply-import': applyImportTask(asApp, clock),
    },
    cron: [{ task: 'retention', match: '30 2 * * *' }],
    log,
  });
  return {
    stop: async () => {
      await running.stop();
      mailer.close();
      await database.close();
      await asApp.close();
    },
  };
}

async function loadBuild({ projectRoot }: Config): Promise<ServerBuild> {
  const file = path.join(projectRoot, 'build/server/index.js');
  return (await import(pathToFileURL(file).href)) as ServerBuild;
}

function listen(server: Server, { port }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is taken by another program. Choose another: PORT=3001 npm start`,
            )
          : error,
      ),
    );
  });
}

function urlOf(server: Server, { host, origin }: Config): string {
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : '';
  return (
    origin ?? `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`
  );
}

/** Answers what was asked already, takes nothing new, and does not wait for ever. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(timer);
}
