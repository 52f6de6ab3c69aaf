import type { Day } from '#app/platform/clock/dates.ts';
import { type ApprovalFact, haveWordsChanged, type TextRevision } from './standing.ts';

/** What is known of an approval on a day. */
export type Known = ApprovalFact & { stands: boolean };

/** That somebody withdrew what stood of a version; whose name has been erased is `null`. */
export type Withdrawal = { scenario: string; version: number; by: string | null };

/** Who withdrew, by the id of the approval. */
export type Withdrawers = ReadonlyMap<string, string | null>;

type Signed = { name: string; date: Day; number: number };

/**
 * How the newest version of a scenario stands to what was signed: nothing was; it is approved; so it
 * is, with new words since; only an older version is; or what was signed last was withdrawn.
 */
export type Standing =
  | { kind: 'none' }
  | ({ kind: 'approved' | 'words' | 'older' } & Signed)
  | ({ kind: 'withdrawn'; by: string | null; on: Day } & Signed);

type Shown = { versionId: string; textIds: readonly string[] };
type Beside = {
  revisions: readonly (TextRevision & { versionId: string })[];
  withdrawers: Withdrawers;
};

/** In: the approvals of one scenario, the newest first; the version and the words that are shown now. */
export function standingOf(
  approvals: readonly Known[],
  { versionId, textIds }: Shown,
  { revisions, withdrawers }: Beside,
): Standing {
  const own = approvals.filter((one) => one.versionId === versionId);
  const last = own.find(({ stands }) => stands);
  if (last) {
    const texts = revisions.filter((one) => one.versionId === versionId);
    const kind = haveWordsChanged(last, texts, textIds) ? 'words' : 'approved';
    return { kind, ...signedIn(last) };
  }
  // That somebody took back this very version says more than that an older one still stands.
  const taken = own.find(isWithdrawn);
  const older = approvals.find(({ stands }) => stands);
  if (!taken && older) return { kind: 'older', ...signedIn(older) };
  const withdrawn = taken ?? approvals.find(isWithdrawn);
  if (!withdrawn) return { kind: 'none' };
  const by = withdrawers.get(withdrawn.id) ?? null;
  return { kind: 'withdrawn', by, on: withdrawn.effectiveTo, ...signedIn(withdrawn) };
}

/** Whether the newest version is approved, so that completing it counts where it is required. */
export function isApproved({ kind }: Standing): boolean {
  return kind === 'approved' || kind === 'words';
}

/**
 * Who withdrew each approval of a scenario. The audit says it, in its order; of the oldest it may say
 * nothing any more, so that the newest are matched first. In: both with the newest first.
 */
export function withdrawersOf(
  approvals: readonly Known[],
  scenario: string,
  withdrawals: readonly Withdrawal[],
): Withdrawers {
  const withdrawn = approvals.filter(isWithdrawn);
  return new Map(
    withdrawn.map(({ id, number, recordedAt }) => {
      const said = withdrawals.filter(
        ({ scenario: of, version }) => of === scenario && version === number,
      );
      const own = withdrawn.filter((one) => one.number === number);
      const times = [...new Set(own.map((one) => one.recordedAt.getTime()))];
      return [id, said[times.indexOf(recordedAt.getTime())]?.by ?? null];
    }),
  );
}

function isWithdrawn(one: Known): one is Known & { effectiveTo: Day } {
  return !one.stands && one.effectiveTo !== null;
}

function signedIn({ name, number, effectiveFrom: date }: Known): Signed {
  return { name, number, date };
}
