import { gardenFacts } from '../example-data.ts';
import type { Example } from '../examples.ts';
import { Facts } from './facts.tsx';

export const examples: Example[] = [{ name: 'Facts', render: () => <Facts facts={gardenFacts} /> }];
