import type { Example } from '../examples.ts';
import { CodeList, QrCode, Secret } from './secret.tsx';

const codes = ['k7m2x-9pqah', '4ndwe-t83yz', 'qv6rb-m2c5u', '9h3ka-xw7fe'];
const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

export const examples: Example[] = [
  { name: 'Codes to keep', render: () => <CodeList label="Codes for the shed" codes={codes} /> },
  { name: 'One code', render: () => <Secret label="Code for the gate" value="k7m2x-9pqah" /> },
  {
    name: 'A long address',
    render: () => (
      <Secret
        label="Link to the garden"
        value={`https://garden.example/open?token=${'x'.repeat(60)}`}
      />
    ),
  },
  { name: 'A code for a camera', render: () => <QrCode src={pixel} alt="A code for a camera" /> },
];
