import type { Example } from '../examples.ts';
import { Meters } from './meters.tsx';

const names = ['trust', 'safety', 'evidence'] as const;
const start = { trust: 5, safety: 5, evidence: 0 };
const steps = [
  { step: 1, title: 'The beans by the window', meters: { trust: 7, safety: 5, evidence: 2 } },
  { step: 3, title: 'A chat with Tom', meters: { trust: 4, safety: 6, evidence: 2 } },
  { step: 4, title: 'In the shed', meters: { trust: 8, safety: 10, evidence: 6 } },
  { step: 7, title: 'Rain at last', meters: { trust: 10, safety: 9, evidence: 7 } },
];

export const examples: Example[] = [
  {
    name: 'Three meters over four choices',
    isWide: true,
    render: () => <Meters names={names} start={start} steps={steps} top={10} />,
  },
  {
    name: 'One meter over one choice',
    render: () => (
      <Meters names={names.slice(0, 1)} start={start} steps={steps.slice(0, 1)} top={10} />
    ),
  },
];
