import type { Day } from '#app/platform/clock/dates.ts';
import { isOver, type Move } from './employment.ts';
import type { Known } from './identity.ts';
import type { Change, CurrentPerson } from './plan-types.ts';
import type { ImportRow } from './rows.ts';

/**
 * What a line changes about somebody, or `null`. An empty email address or staff number takes nothing
 * away; and whoever has left is in no group, whatever the file still says.
 */
export function changeOf({ row, person }: Known, move: Move, today: Day): Change | null {
  const before: Change['before'] = {};
  const after: Change['after'] = {};
  for (const detail of ['name', 'email', 'staffNumber'] as const) {
    const value = row[detail];
    if (value === null || value === person[detail]) continue;
    Object.assign(before, { [detail]: person[detail] });
    Object.assign(after, { [detail]: value });
  }
  if (row.groups && !isOver(move, person.spells, today) && !areSame(row.groups, person.groups)) {
    before.groups = person.groups;
    after.groups = row.groups;
  }
  const moved = newStart(move);
  if (moved) {
    before.startDate = moved.before.effectiveFrom;
    after.startDate = moved.spell.effectiveFrom;
  }
  if (Object.keys(after).length === 0) return null;
  const { line, name, sortName } = row;
  return { line, personId: person.id, name, sortName, before, after, spell: moved?.spell ?? null };
}

function newStart(move: Move) {
  if (move.kind !== 'corrects') return null;
  return move.before.effectiveFrom === move.spell.effectiveFrom ? null : move;
}

function areSame(some: string[], others: string[]): boolean {
  const [one, other] = [some, others].map(
    (names) => new Set(names.map((name) => name.toLowerCase())),
  );
  return one?.size === other?.size && [...(one ?? [])].every((name) => other?.has(name));
}

/** How groups are written already; a file that writes `teaching` means the group `Teaching`. */
export function groupSpelling(
  people: readonly CurrentPerson[],
  rows: readonly ImportRow[],
): (groups: string[]) => string[] {
  const spelling = new Map<string, string>();
  for (const name of [...people, ...rows].flatMap(({ groups }) => groups ?? [])) {
    const key = name.toLowerCase();
    if (!spelling.has(key)) spelling.set(key, name);
  }
  return (groups) => groups.map((name) => spelling.get(name.toLowerCase()) ?? name);
}
