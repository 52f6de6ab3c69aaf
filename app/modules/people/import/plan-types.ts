import type { Day } from '#app/platform/clock/dates.ts';
import type { RowProblem } from './problems.ts';
import type { ImportRow } from './rows.ts';

/** A time of employment; it ends on the day that somebody is there no longer. */
export type Spell = { id: string; effectiveFrom: Day; effectiveTo: Day | null };

export type CurrentPerson = {
  id: string;
  name: string;
  email: string | null;
  staffNumber: string | null;
  groups: string[];
  /** Those known today, none of them superseded. */
  spells: Spell[];
};

export type Add = Pick<ImportRow, 'line' | 'name' | 'sortName' | 'email' | 'staffNumber'> & {
  groups: string[];
  startDate: Day;
  endDate: Day | null;
};

type Details = Pick<CurrentPerson, 'name' | 'email' | 'staffNumber' | 'groups'> & {
  startDate: Day;
};

export type Change = {
  line: number;
  personId: string;
  name: string;
  sortName: string;
  /** What changes and nothing else. */
  before: Partial<Details>;
  after: Partial<Details>;
  /** With a new start date: the spell as it should be; its id is of the one to supersede. */
  spell: Spell | null;
};

export type Leaver = {
  /** `null` for somebody who is missing from the file. */
  line: number | null;
  personId: string;
  name: string;
  reason: 'date' | 'absent';
  before: { endDate: Day | null };
  after: { endDate: Day };
  /** The spell as it should be; the same as that of a change of the same person. */
  spell: Spell;
};

export type Returner = {
  line: number;
  personId: string;
  name: string;
  /** Their last spell; `null` for somebody who never had one. */
  before: { startDate: Day; endDate: Day | null } | null;
  after: { startDate: Day; endDate: Day | null };
};

export type ImportPlan = {
  adds: Add[];
  changes: Change[];
  leavers: Leaver[];
  returners: Returner[];
  unchanged: number;
  problems: RowProblem[];
  /** Leavers by absence were asked for, and not looked for: a line with a problem could be any of them. */
  isAbsenceUnclear: boolean;
};
