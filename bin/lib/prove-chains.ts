import { parseArgs } from 'node:util';
import type { ChainFault } from '#app/modules/chains/chain.ts';
import { type Chain, type ChainReport, verifyChains } from '#app/modules/chains/verify.server.ts';
import { connectDatabase } from '#app/platform/database/client.ts';
import { openDatabase } from '#app/platform/database/open.ts';
import { say } from './say.mjs';
import { loadConfig } from './settings.ts';

const meanings: Record<ChainFault['what'], string> = {
  gap: 'a link is missing before it or after it',
  link: 'it does not follow the link before it',
  hash: 'what it says was changed after it was recorded',
  subject: 'it was recorded for somebody else',
};

/** A command that proves one chain of every organisation: a line for each, or JSON; exit code 1 at a fault. */
export async function proveChains(chain: Chain): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
  const reports = await proveAll(chain);
  process.stdout.write(values.json ? json(reports) : readable(reports));
  process.exitCode = reports.some(({ fault }) => fault !== null) ? 1 : 0;
}

/** Shares the database of a running app; starts it, and stops it again, when none runs. */
async function proveAll(chain: Chain): Promise<ChainReport[]> {
  const opened = await openDatabase(loadConfig(), say);
  try {
    const database = connectDatabase(opened.jobs);
    try {
      return await verifyChains(database, chain);
    } finally {
      await database.close();
    }
  } finally {
    await opened.release();
  }
}

function readable(list: ChainReport[]): string {
  if (list.length === 0) return 'There is no organisation yet, and nothing to prove.\n';
  return list.map((report) => `${lineOf(report)}\n`).join('');
}

function lineOf({ organisation, links, fault }: ChainReport): string {
  const count = `${organisation}  ${links} ${links === 1 ? 'link' : 'links'}`;
  return fault ? `${count}  FAULT at link ${fault.seq}: ${meanings[fault.what]}` : `${count}  ok`;
}

function json(list: ChainReport[]): string {
  const rows = list.map(({ organisation, links, fault }) => ({
    organisation,
    links,
    ok: fault === null,
    fault: fault && { link: Number(fault.seq), what: fault.what },
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}
