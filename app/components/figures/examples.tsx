import type { Example } from '../examples.ts';
import { type Figure, Figures, Proportions, Shares, Verdict } from './figures.tsx';

const beds: Figure[] = [
  { key: 'watered', label: 'Watered', value: 24, tone: 'good' },
  { key: 'new', label: 'New', value: 8 },
  { key: 'thirsty', label: 'Thirsty', value: 5, tone: 'care' },
  { key: 'dry', label: 'Dry', value: 3, tone: 'grave' },
];

const onlyFirst = beds.map((bed, index) => ({ ...bed, value: index === 0 ? 40 : 0 }));

export const examples: Example[] = [
  { name: 'Figures in each tone', isWide: true, render: () => <Figures figures={beds} /> },
  {
    name: 'One large figure with a long label',
    render: () => (
      <Figures
        figures={[{ key: 'beans', label: 'Beans that have been planted so far', value: 1_234_567 }]}
      />
    ),
  },
  { name: 'Proportions in each tone', render: () => <Proportions parts={beds} /> },
  { name: 'Proportions, all of one kind', render: () => <Proportions parts={onlyFirst} /> },
  {
    name: 'Figures that lead somewhere, one of them nought',
    isWide: true,
    render: () => (
      <Figures
        figures={beds.map((bed, index) => ({
          ...bed,
          value: index === 3 ? 0 : bed.value,
          href: '#component-figures',
        }))}
      />
    ),
  },
  {
    name: 'A good verdict',
    isWide: true,
    render: () => (
      <Verdict title="Every bed is watered" tone="good">
        <p>All 40 beds were watered this morning.</p>
        <Proportions parts={onlyFirst} />
      </Verdict>
    ),
  },
  {
    name: 'A verdict that asks for care',
    isWide: true,
    render: () => (
      <Verdict
        title="24 of 40 beds are watered; 3 are dry: the long bed behind the library, beans and 1 more"
        tone="care"
      >
        <Proportions parts={beds} />
        <Figures figures={beds} />
      </Verdict>
    ),
  },
  {
    name: 'Shares, with and without a link',
    render: () => (
      <Shares
        shares={[
          {
            key: 'beans',
            label: 'Beans',
            href: '#component-figures',
            says: '24 of 40 watered',
            parts: beds,
          },
          { key: 'long', label: 'Peas'.repeat(15), says: 'All 40 watered', parts: onlyFirst },
        ]}
      />
    ),
  },
  {
    name: 'Figures with their proportions',
    render: () => (
      <>
        <Figures figures={beds} />
        <Proportions parts={beds} />
      </>
    ),
  },
];
