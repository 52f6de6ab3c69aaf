import { shortenRepeated } from './shorten.ts';

/** One thing found wrong (or worth knowing) in a scenario. The shape is that of `scenarios:check --json`. */
export type Finding = {
  scenario: string;
  file: string;
  /** Dotted path of the state, where the finding belongs to one. */
  state: string | null;
  /** Text key or JSON path inside the file, where there is one. */
  key: string | null;
  rule: string;
  severity: 'error' | 'warning' | 'info';
  source: string;
  /** The labels a learner would click to get there; empty where no path is needed. */
  path: string[];
  message: string;
};

type FindingDraft = Pick<Finding, 'rule' | 'message'> & Partial<Finding>;

/** A finder for one file of one scenario: fills in what its findings have in common. */
export function findingsFor(scenario: string, file: string) {
  const found: Finding[] = [];
  return {
    found,
    add: ({ rule, message, ...draft }: FindingDraft) =>
      found.push({
        scenario,
        file,
        state: null,
        key: null,
        rule,
        severity: 'error',
        source: 'Scenario format, version 1',
        path: [],
        ...draft,
        message: shortenRepeated(message),
      }),
  };
}

export type Finder = ReturnType<typeof findingsFor>;

/** Adds a finding about a state that is known already. */
export type Add = (rule: string, message: string) => void;
