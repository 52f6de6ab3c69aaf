import { z } from 'zod';
import type { Clock } from '#app/platform/clock/dates.ts';
import type { Database } from '#app/platform/database/client.ts';
import { plainMessage } from '#app/platform/jobs/plain-message.ts';
import { removeOverLetters } from '../mail/waiting.server.ts';

const countsSchema = z.object({
  people: z.number(),
  /** Names of people in entries of the audit. */
  names: z.number(),
  sessions: z.number(),
  invitations: z.number(),
  imports: z.number(),
  /** Links of both chains. */
  links: z.number(),
});
type Counts = z.infer<typeof countsSchema>;

export type RetentionReport = { organisation: string } & (
  | { outcome: 'kept'; removed: Counts }
  | { outcome: 'wrong-clock' }
  | { outcome: 'fault'; fault: string }
);

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Removes what each organisation need not keep any longer, or says what would be. What a wrong clock
 * removes is gone for good: so an organisation that knows of a later time is left alone, and so are
 * all when nothing has happened anywhere for much longer than a year.
 */
export async function runRetention(
  database: Database,
  now: Date,
  { dryRun }: { dryRun: boolean },
): Promise<RetentionReport[]> {
  const organisations = await readOrganisations(database);
  const times = organisations.flatMap(({ newestEvent }) => newestEvent?.getTime() ?? []);
  const isTooLate = times.length > 0 && now.getTime() > Math.max(...times) + 400 * day;
  const reports: RetentionReport[] = [];
  for (const { id, slug: organisation, newestEvent } of organisations) {
    const isTooEarly = newestEvent && now.getTime() < newestEvent.getTime() - 5 * minute;
    reports.push({
      organisation,
      ...(isTooEarly || isTooLate
        ? { outcome: 'wrong-clock' }
        : await applyRetention(database, id, now, dryRun)),
    });
  }
  return reports;
}

/** The same as a job. It fails where an organisation was left alone, so that somebody hears of it. */
export function retentionTask(database: Database, clock: Clock): () => Promise<void> {
  return async () => {
    await removeOverLetters(database, clock());
    const reports = await runRetention(database, clock(), { dryRun: false });
    const left = reports.filter(({ outcome }) => outcome !== 'kept').map(whyLeft);
    if (left.length > 0) throw new Error(`Retention was not applied. ${left.join(' ')}`);
  };
}

function whyLeft(report: RetentionReport): string {
  const why = report.outcome === 'fault' ? report.fault : 'the clock looks wrong';
  return `${report.organisation}: ${why}.`;
}

async function readOrganisations({ pool }: Database) {
  const { rows } = await pool.query<{ id: string; slug: string; newestEvent: Date | null }>(
    `SELECT o.id, o.slug, (SELECT e.recorded_at FROM audit_events e
       WHERE e.organisation_id = o.id ORDER BY e.seq DESC LIMIT 1) AS "newestEvent"
     FROM organisations o WHERE o.kind <> 'library' ORDER BY o.slug`,
  );
  return rows;
}

/** What stands in the way of one organisation's is no reason to keep another's. */
async function applyRetention({ pool }: Database, id: string, now: Date, dryRun: boolean) {
  try {
    const { rows } = await pool.query('SELECT apply_retention($1, $2, $3) AS counts', [
      id,
      now,
      dryRun,
    ]);
    return { outcome: 'kept' as const, removed: countsSchema.parse(rows[0]?.counts) };
  } catch (error) {
    return { outcome: 'fault' as const, fault: plainMessage(error) };
  }
}
