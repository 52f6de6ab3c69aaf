import { dayIn } from '#app/platform/clock/dates.ts';
import type { Database } from '#app/platform/database/client.ts';
import { makePlan } from './import/make-plan.ts';
import type { ImportPlan } from './import/plan-types.ts';
import type { FileColumns, FileProblem } from './import/problems.ts';
import { readImport } from './import/read-import.ts';
import { countPeople } from './import/stored-plan.ts';
import { applyPlan, lockImports, withinLong } from './import-apply.server.ts';
import { readColleagues } from './import-colleagues.server.ts';
import type { StaffList } from './import-list.server.ts';

type Given = StaffList & {
  /** Its slug; where there is one organisation only, it need not be said. */
  organisation: string | undefined;
  apply: boolean;
  now: Date;
  onProgress(done: number, total: number): void;
};
export type ServerImport =
  | { plan: ImportPlan; columns: FileColumns; isApplied: boolean }
  | FileProblem;

/** What the command of the server does with a staff list: whoever may run it may change everybody. */
export async function importStaff(
  { owner, app }: { owner: Database; app: Database },
  { bytes, mapping, leaversAreAbsent, organisation, apply, now, onProgress }: Given,
): Promise<ServerImport> {
  const { id: organisationId, timeZone } = await findOrganisation(owner, organisation);
  const file = readImport(bytes, mapping);
  if ('problem' in file) return file;
  const today = dayIn(timeZone, now);
  return withinLong(app, organisationId, async (transaction) => {
    await lockImports(transaction, organisationId);
    const colleagues = await readColleagues(transaction, organisationId, today);
    const options = { leaversAreAbsent, mayChangeGuarded: true };
    const { plan } = makePlan(file, colleagues, today, options);
    if (!apply) return { plan, columns: file.columns, isApplied: false };
    const total = countPeople(plan);
    await applyPlan(transaction, plan, colleagues, {
      organisationId,
      actorId: null,
      today,
      now,
      onProgress: async (done) => onProgress(done, total),
    });
    return { plan, columns: file.columns, isApplied: true };
  });
}

async function findOrganisation({ prisma }: Database, slug: string | undefined) {
  const organisations = await prisma.organisation.findMany({
    where: { kind: { not: 'library' }, closedAt: null },
    orderBy: { slug: 'asc' },
  });
  const slugs = organisations.map((one) => one.slug).join(', ');
  const named = organisations.filter((one) => slug === undefined || one.slug === slug);
  const [found, another] = named;
  if (!found)
    throw new Error(
      slugs === ''
        ? 'There is no organisation yet. Make one first: npm run setup'
        : `No organisation is called ${slug}. There is: ${slugs}`,
    );
  if (another) throw new Error(`Say which organisation, with --organisation: ${slugs}`);
  return found;
}
