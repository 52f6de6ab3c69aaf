import { parseArgs } from 'node:util';
import { type RetentionReport, runRetention } from '#app/modules/privacy/retention.server.ts';
import { connectDatabase } from '#app/platform/database/client.ts';
import { openDatabase } from '#app/platform/database/open.ts';
import { say } from '../lib/say.mjs';
import { loadConfig } from '../lib/settings.ts';

const { values } = parseArgs({
  options: { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean' } },
});
const dryRun = values['dry-run'];
const reports = await keepRetention();
process.stdout.write(values.json ? `${JSON.stringify(reports, null, 2)}\n` : readable(reports));
process.exitCode = reports.some(({ outcome }) => outcome !== 'kept') ? 1 : 0;

/** Shares the database of a running app; starts it, and stops it again, when none runs. */
async function keepRetention(): Promise<RetentionReport[]> {
  const opened = await openDatabase(loadConfig(), say);
  try {
    const database = connectDatabase(opened.jobs);
    try {
      return await runRetention(database, new Date(), { dryRun });
    } finally {
      await database.close();
    }
  } finally {
    await opened.release();
  }
}

function readable(list: RetentionReport[]): string {
  if (list.length === 0) return 'There is no organisation yet, and nothing to remove.\n';
  return list.map((report) => `${report.organisation}  ${lineOf(report)}\n`).join('');
}

function lineOf(report: RetentionReport): string {
  if (report.outcome === 'fault') return `FAULT, nothing was removed: ${report.fault}`;
  if (report.outcome === 'wrong-clock')
    return 'LEFT ALONE: by what is recorded, the clock of this machine is wrong';
  const parts = Object.entries(report.removed).filter(([, count]) => count > 0);
  if (parts.length === 0) return 'nothing to remove';
  const what = parts.map(([name, count]) => `${name} ${count}`).join(', ');
  return `${dryRun ? 'would remove' : 'removed'}: ${what}`;
}
