import type { Example } from '../examples.ts';
import { Tag } from '../tag/tag.tsx';
import { Table } from './table.tsx';

type Bed = { name: string; keeper: string; planted: string; beans: number; isWatered: boolean };

const few: Bed[] = [
  { name: 'Bed 1', keeper: 'Mira', planted: '21 March 2026', beans: 12, isWatered: true },
  { name: 'Bed 2', keeper: 'Tom', planted: '4 April 2026', beans: 1140, isWatered: false },
  { name: 'Bed 3', keeper: 'Amina', planted: '11 April 2026', beans: 0, isWatered: true },
];

const unkept: Bed[] = [
  ...few.slice(0, 1),
  { name: 'Bed 4', keeper: '', planted: '', beans: 0, isWatered: false },
];

const long: Bed[] = [
  {
    name: 'The long bed behind the library, next to the gate with the two bells',
    keeper: 'Wilhelmina-Alexandrina Wordsworth-Longfellow and friends',
    planted: '30 September 2026',
    beans: 1_234_567,
    isWatered: false,
  },
  {
    name: 'Beans'.repeat(11),
    keeper: 'Łukasz Żółw',
    planted: '1 May 2026',
    beans: 3,
    isWatered: true,
  },
];

const show = (caption: string, rows: Bed[]) => () => (
  <Table
    caption={caption}
    columns={[
      { key: 'name', label: 'Bed', cell: ({ name }) => name },
      { key: 'keeper', label: 'Kept by', cell: ({ keeper }) => keeper },
      { key: 'planted', label: 'Planted on', cell: ({ planted }) => planted, isFigure: true },
      { key: 'beans', label: 'Beans', cell: ({ beans }) => beans, isFigure: true },
      {
        key: 'watered',
        label: 'State',
        isState: true,
        cell: ({ isWatered }) => (
          <Tag tone={isWatered ? 'good' : 'care'}>{isWatered ? 'Watered' : 'Thirsty'}</Tag>
        ),
      },
    ]}
    rows={rows}
    keyOf={({ name }) => name}
  />
);

export const examples: Example[] = [
  { name: 'A few rows', isWide: true, render: show('Beds of the school garden', few) },
  { name: 'One row', isWide: true, render: show('Beds that Mira keeps', few.slice(0, 1)) },
  { name: 'Cells without words', isWide: true, render: show('Beds that nobody keeps', unkept) },
  { name: 'Long names', isWide: true, render: show('Beds with long names', long) },
];
