import { gardenFacts } from '../example-data.ts';
import type { Example } from '../examples.ts';
import { Certificate, CertificatePart, Code } from './certificate.tsx';

const Parts = ({ id }: { id: string }) => (
  <>
    <CertificatePart id={`${id}-beans`} title="About beans">
      <p>They want warm ground, and a stick to climb.</p>
    </CertificatePart>
    <CertificatePart id={`${id}-label`} title="On the label">
      <p>
        Written there: <Code>BEAN-0001-PEAS-0002-LEEK</Code>
      </p>
    </CertificatePart>
  </>
);

export const examples: Example[] = [
  {
    name: 'A certificate',
    isWholePage: true,
    render: () => (
      <Certificate
        title="Garden diary"
        name="Mira Bell"
        says="looked after this bed:"
        subject="Beans, bed 3"
        facts={gardenFacts}
      >
        <Parts id="plain" />
      </Certificate>
    ),
  },
  {
    name: 'With a note and a long name',
    isWholePage: true,
    render: () => (
      <Certificate
        title="Garden diary"
        name="Wilhelmina-Alexandrina Wordsworth-Longfellow of the Long Beds"
        says="looked after this bed:"
        subject="The long bed behind the library, next to the gate with the two bells"
        facts={gardenFacts}
        note="This garden is made up."
      >
        <Parts id="long" />
      </Certificate>
    ),
  },
];
