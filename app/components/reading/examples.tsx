import type { ReadingLevel } from '#scenarios/kit/vocabulary.ts';
import type { Example } from '../examples.ts';
import { ReadingNote, ReadingSwitch, SymbolCredit } from './reading.tsx';

const here = '/components';
const both = (level: ReadingLevel) => ({ level, wanted: level, hasBoth: true });
const none = { level: 'standard', wanted: 'easy', hasBoth: false } as const;

export const examples: Example[] = [
  {
    name: 'The way to easy text',
    render: () => <ReadingSwitch reading={both('standard')} here={here} />,
  },
  { name: 'The way back', render: () => <ReadingSwitch reading={both('easy')} here={here} /> },
  {
    name: 'Easy text is not tested yet',
    render: () => <ReadingNote reading={both('easy')} here={here} />,
  },
  {
    name: 'There is no easy text yet',
    render: () => <ReadingNote reading={none} here={here} />,
  },
  { name: 'Where the symbols come from', render: () => <SymbolCredit /> },
];
