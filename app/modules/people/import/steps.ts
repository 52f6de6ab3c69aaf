import type { Day } from '#app/platform/clock/dates.ts';
import { holdsOn } from '../../compliance/facts.ts';
import type { Move } from './employment.ts';
import type { Known } from './identity.ts';
import type { Add, CurrentPerson, Leaver, Returner } from './plan-types.ts';
import type { ImportRow } from './rows.ts';

/** `null` for somebody who is new, has left, and of whom nobody says when they came. */
export function addOf(row: ImportRow, today: Day): Add | null {
  const { line, name, sortName, email, staffNumber, endDate } = row;
  if (row.startDate === null && endDate !== null && endDate <= today) return null;
  const startDate = row.startDate ?? today;
  return { line, name, sortName, email, staffNumber, groups: row.groups ?? [], startDate, endDate };
}

export function leaverOf({ row, person }: Known, move: Move): Leaver | null {
  if (move.kind !== 'corrects' || move.spell.effectiveTo === null) return null;
  const endDate = move.before.effectiveTo;
  if (endDate === move.spell.effectiveTo) return null;
  return {
    line: row.line,
    personId: person.id,
    name: row.name,
    reason: 'date',
    before: { endDate },
    after: { endDate: move.spell.effectiveTo },
    spell: move.spell,
  };
}

export function returnerOf({ row, person }: Known, move: Move): Returner | null {
  if (move.kind !== 'returns') return null;
  const { before, startDate, endDate } = move;
  return {
    line: row.line,
    personId: person.id,
    name: row.name,
    before: before && { startDate: before.effectiveFrom, endDate: before.effectiveTo },
    after: { startDate, endDate },
  };
}

/** Those employed today whom no line names. Somebody whom no file could name is left alone. */
export function absentOf(
  people: readonly CurrentPerson[],
  present: ReadonlySet<string>,
  today: Day,
): Leaver[] {
  return people
    .filter(({ id, email, staffNumber }) => !present.has(id) && (email ?? staffNumber) !== null)
    .flatMap((person) => {
      const spell = person.spells.find((one) => holdsOn(one, today));
      if (!spell) return [];
      return [
        {
          line: null,
          personId: person.id,
          name: person.name,
          reason: 'absent',
          before: { endDate: spell.effectiveTo },
          after: { endDate: today },
          spell: { ...spell, effectiveTo: today },
        },
      ];
    });
}
