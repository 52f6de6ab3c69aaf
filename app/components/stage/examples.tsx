import { settingSchema, settings } from '#scenarios/kit/looks.ts';
import { face } from '../example-data.ts';
import type { Example } from '../examples.ts';
import { Stage } from './stage.tsx';

const faces = [face('mira', 'worried'), face('tom', 'warm'), face('joseph', 'serious')];

export const examples: Example[] = [
  ...Object.keys(settings).map((word) => ({
    name: `Setting ${word}, nobody there`,
    render: () => <Stage setting={settingSchema.parse(word)} faces={[]} />,
  })),
  { name: 'One face', render: () => <Stage setting="classroom" faces={faces.slice(0, 1)} /> },
  { name: 'Two faces', render: () => <Stage setting="corridor" faces={faces.slice(0, 2)} /> },
  { name: 'Three faces', render: () => <Stage setting="outside" faces={faces} /> },
  {
    name: 'As decoration',
    render: () => <Stage setting="staffroom" faces={[face('amina', 'explaining')]} isDecoration />,
  },
];
