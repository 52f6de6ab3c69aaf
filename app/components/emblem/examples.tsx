import type { Example } from '../examples.ts';
import { SignpostMark } from './emblem.tsx';

export const examples: Example[] = [{ name: 'The mark', render: () => <SignpostMark /> }];
