import { expect, it } from 'vitest';
import { copiedText } from '#components/ui/tables/copied-text.ts';
import { launchTableColumns } from '#components/pages/data/launch-columns.ts';
import { launchTable } from '../../../support/launch-table.ts';

const table = launchTable([
  { title: 'Mug', day: 19_000, units: 1200, listPrice: 9.5 },
  { title: 'Two\tlines\n"here"', day: 19_001, listPrice: 4 },
  { title: '=1+1', day: 19_002, units: 3 },
]);
const columns = launchTableColumns(table).filter(({ id }) =>
  ['title', 'launchDate', 'listPrice', 'units'].includes(id),
);

it('copies the rows shown, in their order, under their headers, as a spreadsheet counts with them', () => {
  expect(copiedText(columns, Uint32Array.of(2, 0), null)).toBe(
    'Title\tLaunch date\tList price\tUnits\n' +
      "'=1+1\t2022-01-10\t\t3\n" +
      'Mug\t2022-01-08\t9.5\t1200',
  );
});

it('copies a block of cells as it is', () => {
  const range = { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 1 };
  expect(copiedText(columns, Uint32Array.of(2, 1, 0), range)).toBe(
    '"Two\tlines\n""here"""\t2022-01-09\nMug\t2022-01-08',
  );
});
