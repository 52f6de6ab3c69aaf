import { expect, test } from 'vitest';
import { findingsFor } from '#scenarios/kit/findings.ts';
import { readable } from './readable-findings.ts';

const counts = { read: 1, folders: 1, isTerminal: false };

test('nothing in a file or its name can steer the terminal or fill it', () => {
  const finder = findingsFor('staff/\u001b[2J-gone', 'machine.json');
  finder.add({ rule: 'format', key: 'k'.repeat(9000), message: 'Red \u001b[31m\u202e.' });
  const said = readable(finder.found, counts);
  for (const sign of ['\u001b', '\u202e']) expect(said).not.toContain(sign);
  expect(said.length).toBeLessThan(600);
});

test('the place stands in full where it is of a usual length', () => {
  const finder = findingsFor('staff/a-small-promise', 'machine.json');
  finder.add({ rule: 'target', state: 'doorway', key: 'promise', message: 'Name a sibling.' });
  expect(readable(finder.found, counts)).toContain(
    'error    staff/a-small-promise/machine.json  doorway  promise  [target]\n         Name a sibling.\n',
  );
});
