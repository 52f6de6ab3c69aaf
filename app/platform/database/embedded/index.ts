import { realpath } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { usableBinaries } from './binaries.ts';
import { EmbeddedServerError, explainFault, OWN_SERVER } from './errors.ts';
import { ensureCluster } from './initialise.ts';
import { type Lease, takeLease } from './lease.ts';
import { withLock } from './lock.ts';
import { placeOfData, shortHash } from './place.ts';
import { findPlatformPackage } from './platform-package.ts';
import { adoptServer, stopServer } from './postmaster.ts';
import type { Connection, Site } from './site.ts';
import { socketFolder } from './socket-folder.ts';
import { startServer } from './start.ts';

export { EmbeddedServerError } from './errors.ts';

export type EmbeddedOptions = {
  /** Absolute. Data live in it, or in `/var/lib/signpost` when the server cannot enter it. */
  dataFolder: string;
  /** The clone's root, from which the platform's package is found. */
  projectRoot: string;
  /** False for tests: a power cut may then destroy the data. */
  durable?: boolean;
  onProgress?: (sentence: string) => void;
  /** How long a running server may stay silent before it is stopped and started anew. */
  patienceMs?: number;
};

export type EmbeddedServer = {
  /** What `pg` takes; on Unix `host` is the socket's folder. */
  connection: Connection;
  /** False when a server that was already running was adopted. */
  started: boolean;
  /** Ends our use of it. The last user stops the server, and waits until it is gone. */
  release(): Promise<void>;
};

type Opened = { connection: Connection; started: boolean; lease: Lease };

/** Starts the embedded PostgreSQL of this data folder, or joins the one that runs. */
export async function openEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    const site = await prepare(options);
    const { lease, ...opened } = await withLock(site.lock, () => open(site));
    let released: Promise<void> | undefined;
    const release = () => {
      released ??= withLock(site.lock, () => close(site, lease)).catch(async (fault: unknown) => {
        // Say, because the folder is gone: at least hold nothing any longer.
        await lease.giveUp();
        throw explainFault(fault, options.dataFolder);
      });
      return released;
    };
    return { ...opened, release };
  } catch (fault) {
    throw explainFault(fault, options.dataFolder);
  }
}

async function prepare(options: EmbeddedOptions): Promise<Site> {
  const tell = options.onProgress ?? (() => {});
  const projectRoot = await realpath(options.projectRoot);
  const found = await findPlatformPackage(projectRoot);
  const place = await placeOfData({ dataFolder: options.dataFolder, projectRoot });
  const binaries = await usableBinaries(found, place, tell);
  const lock =
    process.platform === 'win32'
      ? `\\\\.\\pipe\\signpost-${shortHash(place.cluster)}`
      : await socketFolder(place);
  const { durable = true, patienceMs = 10_000 } = options;
  return { place, binaries, lock, durable, patienceMs, tell };
}

async function open(site: Site): Promise<Opened> {
  await ensureCluster(site);
  for (let attempt = 0; attempt < 5; attempt++) {
    const adopted = await adoptServer(site);
    const connection = adopted ?? (await startServer(site));
    const lease = await takeLease(connection).catch(async (fault: unknown) => {
      if (!adopted) await stopServer(site);
      throw fault;
    });
    if (lease) return { connection, started: !adopted, lease };
    // Somebody stopped it under our hands: wait for it to go, and start it again.
    await pause(300);
  }
  throw new EmbeddedServerError(
    'broken',
    `The PostgreSQL server in ${site.place.cluster} starts and goes away again; ` +
      `${site.place.log} may say why. Start again, or ${OWN_SERVER}.`,
  );
}

async function close(site: Site, lease: Lease): Promise<void> {
  if (await lease.giveUp()) await stopServer(site);
}
