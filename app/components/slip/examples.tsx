import type { Example } from '../examples.ts';
import { Slip, Slips, SlipValue } from './slip.tsx';

const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const address = 'https://garden.example/sign-in';

export const examples: Example[] = [
  {
    name: 'Two slips to cut apart',
    render: () => (
      <Slips>
        <Slip
          from="The garden club"
          name="Maria Kovács"
          steps={[
            { key: 'go', content: <SlipValue label="Go to" value={address} /> },
            {
              key: 'in',
              content: (
                <>
                  Open the gate.
                  <SlipValue label="Name" value="maria.k.4810" isCode />
                  <SlipValue label="Code" value="k7m2x-9pqah" isCode />
                </>
              ),
            },
          ]}
          foot="For Maria only. It works until 12 December."
        />
        <Slip
          from="The garden club"
          name="Wolfeschlegelsteinhausenbergerdorff Zimmermann-Featherstonehaugh"
          steps={[
            {
              key: 'go',
              content: <SlipValue label="Go to" value={`${address}?token=${'x'.repeat(60)}`} />,
            },
          ]}
          foot="For Wolfe only. It works until 12 December."
          camera={{ src: pixel, alt: 'A code for a camera' }}
        />
      </Slips>
    ),
  },
];
