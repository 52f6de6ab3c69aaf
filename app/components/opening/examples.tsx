import { Button } from '../button/button.tsx';
import { face } from '../example-data.ts';
import type { Example } from '../examples.ts';
import { Stage } from '../stage/stage.tsx';
import { Lead } from '../text/text.tsx';
import { Opening } from './opening.tsx';

export const examples: Example[] = [
  {
    name: 'The way into a scenario',
    isWholePage: true,
    render: () => (
      <Opening
        kicker="For everybody, ten minutes"
        title="The beans by the window"
        stage={<Stage setting="classroom" faces={[face('mira', 'worried')]} />}
      >
        <Lead>Mira has brought beans to school. They need sun, and the sill is full.</Lead>
        <Button>Begin</Button>
      </Opening>
    ),
  },
];
