import { type Day, dateOf, dayIn } from '#app/platform/clock/dates.ts';
import type { Transaction } from '#app/platform/database/client.ts';
import type { Session } from '../access/session.server.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import { problemsOf } from '../organisation/forms.ts';
import { lockOrganisation } from '../organisation/lock.server.ts';
import { findNewest } from '../scenarios/cards.server.ts';
import { libraryId } from '../scenarios/publish.server.ts';
import { type TextIds, textIdsSchema, type VersionPlace } from '../scenarios/shelf.server.ts';
import type { Services } from '../services.ts';
import {
  type ApprovalProblem,
  approvalProblems,
  approvalSchema,
  type TypedApproval,
} from './approval-form.ts';
import { readApprovals } from './approvals.server.ts';
import { mayApprove } from './policy.ts';
import { type ApprovalFact, approvalsOn } from './standing.ts';

export type SignAnswer =
  | { outcome: 'signed' }
  | { outcome: 'refused'; problems: ApprovalProblem[] }
  /** What the page showed is no longer the newest: they must read what came. */
  | { outcome: 'overtaken' }
  /** There is no such scenario, or it is not theirs to sign. */
  | { outcome: 'unknown' };

type Newest = VersionPlace & { number: number; scenarioId: string; textIds: TextIds };
type AtWork = { newest: Newest; standing: ApprovalFact[]; today: Day; now: Date };

/**
 * Signs the newest version of a scenario with the words that it has now, as the page showed them. Sent
 * twice, it is signed once.
 */
export async function signScenario(
  services: Services,
  session: Session,
  id: string,
  typed: TypedApproval,
): Promise<SignAnswer> {
  return withApprovals(services, session, id, async (transaction, { newest, ...at }) => {
    if (typed.version !== newest.id || !isSame(typed.texts, Object.values(newest.textIds)))
      return { outcome: 'overtaken' };
    const parsed = approvalSchema.safeParse({ ...typed, languages: chosenOf(typed, newest) });
    if (!parsed.success)
      return { outcome: 'refused', problems: problemsOf(parsed.error, approvalProblems) };
    const { name, title, languages } = parsed.data;
    const textIds = Object.entries(newest.textIds)
      .filter(([key]) => languages.includes(languageOf(key)))
      .map(([, textId]) => textId)
      .sort();
    const isSigned = at.standing.some(
      (one) =>
        one.versionId === newest.id &&
        one.name === name &&
        one.title === title &&
        isSame(one.textIds, textIds),
    );
    if (isSigned) return { outcome: 'signed' };
    await transaction.approval.create({
      data: {
        organisationId: session.organisation.id,
        scenarioOrganisationId: newest.organisationId,
        scenarioVersionId: newest.id,
        approverName: name,
        approverTitle: title,
        textIds,
        effectiveFrom: dateOf(at.today),
        recordedAt: at.now,
      },
    });
    const details = { scenario: id, version: newest.number };
    await recordAudit(transaction, actorOf(session), { kind: 'scenario-approved', details });
    return { outcome: 'signed' };
  });
}

export type WithdrawAnswer = { outcome: 'withdrawn' } | { outcome: 'unknown' };

/**
 * Withdraws what stands of a version's approvals from today on, whoever signed: each is superseded by
 * one that has an end. Sent twice, it is withdrawn once.
 */
export async function withdrawApproval(
  services: Services,
  session: Session,
  id: string,
  versionId: string,
): Promise<WithdrawAnswer> {
  return withApprovals(services, session, id, async (transaction, { standing, ...at }) => {
    const facts = standing.filter((one) => one.versionId === versionId);
    const [first] = facts;
    if (!first) return { outcome: at.everApproved.has(versionId) ? 'withdrawn' : 'unknown' };
    for (const fact of facts)
      await transaction.approval.create({
        data: {
          organisationId: session.organisation.id,
          scenarioOrganisationId: at.newest.organisationId,
          scenarioVersionId: versionId,
          approverName: fact.name,
          approverTitle: fact.title,
          textIds: fact.textIds,
          effectiveFrom: dateOf(fact.effectiveFrom),
          effectiveTo: dateOf(at.today),
          recordedAt: at.now,
          supersedes: fact.id,
        },
      });
    const details = { scenario: id, version: first.number };
    await recordAudit(transaction, actorOf(session), { kind: 'approval-withdrawn', details });
    return { outcome: 'withdrawn' };
  });
}

/** Works on what is approved of a scenario, while nobody else of the organisation does. */
async function withApprovals<Answer extends { outcome: string }>(
  services: Services,
  session: Session,
  id: string,
  work: (
    transaction: Transaction,
    at: AtWork & { everApproved: ReadonlySet<string> },
  ) => Promise<Answer>,
): Promise<Answer | { outcome: 'unknown' }> {
  const listed = mayApprove(session) ? await findNewest(services, id) : null;
  if (!listed) return { outcome: 'unknown' };
  const { scenarioId } = listed.version;
  const { id: organisationId, timeZone } = session.organisation;
  return services.database.within(session.scope, async (transaction) => {
    await lockOrganisation(transaction, organisationId);
    const now = services.clock();
    const today = dayIn(timeZone, now);
    const facts = await readApprovals(transaction, organisationId, { scenarioId });
    return work(transaction, {
      newest: await readNewest(transaction, scenarioId),
      standing: approvalsOn(facts, today, timeZone).filter(({ stands }) => stands),
      everApproved: new Set(facts.map(({ versionId }) => versionId)),
      ...{ today, now },
    });
  });
}

/** The newest version of a scenario of the library, as this transaction sees it. */
async function readNewest(transaction: Transaction, scenarioId: string): Promise<Newest> {
  const version = await transaction.scenarioVersion.findFirstOrThrow({
    where: { organisationId: libraryId, scenarioId },
    orderBy: { number: 'desc' },
    select: { organisationId: true, id: true, number: true },
  });
  const [row] = await transaction.$queryRaw<{ ids: unknown }[]>`
    SELECT standing_texts(${version.organisationId}::uuid, ${version.id}::uuid) AS ids`;
  return { ...version, scenarioId, textIds: textIdsSchema.parse(row?.ids) };
}

/** Of the languages that were ticked, those that there are; the only one need not be ticked. */
function chosenOf({ languages }: TypedApproval, { textIds }: Newest): string[] {
  const known = [...new Set(Object.keys(textIds).map(languageOf))];
  return known.length === 1 ? known : known.filter((one) => languages.includes(one));
}

/** The language of a key such as `en-GB/easy`. */
function languageOf(key: string): string {
  return key.split('/')[0] ?? key;
}

function isSame(some: readonly string[] | null, others: readonly string[]): boolean {
  return some !== null && [...some].sort().join() === [...others].sort().join();
}
