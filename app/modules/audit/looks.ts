/** What of an event tells whether it is a look at somebody's record, and whose by whom. */
type Event = {
  kind: string;
  recordedAt: Date;
  subject: { actorId: string | null; aboutId: string | null } | null;
};
/** An event with those that are told in one line with it, the newest first. */
export type Told<E> = { event: E; again: E[] };

const togetherMinutes = 30;

/**
 * Tells looks of one person at one record in a single line, as long as each follows the one before
 * within half an hour: every change to a record shows it again. In and out, the newest is first.
 */
export function gatherLooks<E extends Event>(events: readonly E[]): Told<E>[] {
  const told: Told<E>[] = [];
  const open = new Map<string, Told<E>>();
  for (const event of events) {
    const key = lookOf(event);
    const group = key === null ? undefined : open.get(key);
    if (group && isSoonBefore(event, group.again.at(-1) ?? group.event)) {
      group.again.push(event);
      continue;
    }
    const line = { event, again: [] };
    told.push(line);
    if (key !== null) open.set(key, line);
  }
  return told;
}

/** Whose look at whom it is; `null` for anything else, and where either name was erased. */
function lookOf({ kind, subject }: Event): string | null {
  if (kind !== 'person-viewed' || !subject?.actorId || !subject.aboutId) return null;
  return `${subject.actorId} ${subject.aboutId}`;
}

function isSoonBefore(event: Event, later: Event): boolean {
  return later.recordedAt.getTime() - event.recordedAt.getTime() <= togetherMinutes * 60_000;
}
