import type { Day } from '#app/platform/clock/dates.ts';
import type { Spell } from './plan-types.ts';
import type { ImportRow } from './rows.ts';

type Dates = Pick<ImportRow, 'startDate' | 'endDate'>;
export type Move =
  | { kind: 'stays' }
  | { kind: 'corrects'; before: Spell; spell: Spell }
  | { kind: 'returns'; before: Spell | null; startDate: Day; endDate: Day | null }
  | { kind: 'impossible' };

/** What the dates of a line mean for somebody who is known already, with these spells. */
export function moveOf(dates: Dates, spells: readonly Spell[], today: Day): Move {
  const held = spells.filter(isHeld).sort(byStart);
  const last = held.at(-1);
  if (isCancelled(dates, last, spells)) return { kind: 'stays' };
  if (!last) return returnFrom(dates.startDate ?? today, dates.endDate, null);
  const { startDate, endDate } = dates;
  const end = last.effectiveTo;
  if (end !== null && startDate !== null && end <= startDate)
    return returnFrom(startDate, endDate, last);
  const isGone = end !== null && end <= today;
  // With a start before they left, a file says when they came first: they are back from today.
  const isBack = endDate === null || (startDate === null && today < endDate);
  if (isGone && isBack) return returnFrom(today, endDate, last);
  return correct(last, dates, held.at(-2)?.effectiveTo ?? null);
}

/** Whether, with a move made, somebody works here no more and is not about to. */
export function isOver(move: Move, spells: readonly Spell[], today: Day): boolean {
  const ends = new Map(spells.map(({ id, effectiveTo }) => [id, effectiveTo]));
  if (move.kind === 'corrects') ends.set(move.spell.id, move.spell.effectiveTo);
  if (move.kind === 'returns') ends.set('', move.endDate);
  return [...ends.values()].every((end) => end !== null && end <= today);
}

/** One that ends as it begins never held: somebody who was to come and did not. */
function isHeld({ effectiveFrom, effectiveTo }: Spell): boolean {
  return effectiveTo === null || effectiveFrom < effectiveTo;
}

function byStart(a: Spell, b: Spell): number {
  return a.effectiveFrom < b.effectiveFrom ? -1 : 1;
}

/** Whether the line says of a spell that it came to nothing, and that is known. */
function isCancelled(
  { startDate, endDate }: Dates,
  last: Spell | undefined,
  spells: readonly Spell[],
): boolean {
  if (endDate === null || (last && (last.effectiveTo === null || endDate < last.effectiveTo)))
    return false;
  const isLonger =
    startDate !== null && startDate < endDate && (last?.effectiveTo ?? startDate) <= startDate;
  return !isLonger && spells.some((spell) => !isHeld(spell) && spell.effectiveTo === endDate);
}

function returnFrom(startDate: Day, endDate: Day | null, before: Spell | null): Move {
  if (endDate !== null && endDate <= startDate) return { kind: 'stays' };
  return { kind: 'returns', before, startDate, endDate };
}

function correct(last: Spell, { startDate, endDate }: Dates, earlierEnd: Day | null): Move {
  // A start within an earlier spell is that spell's: many files keep the first day of all.
  const isItsStart = startDate !== null && (earlierEnd === null || earlierEnd <= startDate);
  const effectiveFrom = isItsStart ? startDate : last.effectiveFrom;
  const effectiveTo = endDate ?? last.effectiveTo;
  if (effectiveTo !== null && effectiveTo < effectiveFrom) return { kind: 'impossible' };
  if (effectiveFrom === last.effectiveFrom && effectiveTo === last.effectiveTo)
    return { kind: 'stays' };
  return { kind: 'corrects', before: last, spell: { id: last.id, effectiveFrom, effectiveTo } };
}
