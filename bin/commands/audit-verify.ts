import { proveChains } from '../lib/prove-chains.ts';

await proveChains('audit');
