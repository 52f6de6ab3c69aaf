// cspell:ignore stric
import { expect, test } from 'vitest';
import { readOptions } from './read-options.ts';

const options = { strict: { type: 'boolean' }, into: { type: 'string' } } as const;
const read = (args: string[], most = 1) => readOptions({ args, options }, most);

test('options and names are read, in whatever order', () => {
  const { values, positionals } = read(['--into', 'drafts', 'staff/one', '--strict']);
  expect({ ...values }).toEqual({ into: 'drafts', strict: true });
  expect(positionals).toEqual(['staff/one']);
});

test.each([
  [['--stric'], 'There is no option --stric. There are --strict, --into INTO.'],
  [['-x'], 'There is no option -x. There are --strict, --into INTO.'],
  [['--stric=1'], 'There is no option --stric. There are --strict, --into INTO.'],
  [['--into'], '--into needs something after it: --into INTO.'],
  [['--into', '--strict'], '--into needs something after it: --into INTO.'],
  [['--strict=yes'], '--strict stands alone, with nothing after it.'],
  [['one', 'two'], '“two” is one name too many. A name with spaces needs quotation marks.'],
])('%j is answered with a plain sentence', (args, message) => {
  expect(() => read(args)).toThrow(new Error(message));
});
