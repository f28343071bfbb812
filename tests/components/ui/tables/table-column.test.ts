import { expect, it } from 'vitest';
import type { Column } from '#core/import/columns/column.ts';
import { nextSort, type TableColumn } from '#components/ui/tables/table-column.ts';

const column = (id: string, of: Column) => ({ id, column: of }) as TableColumn;
const units = column('units', { kind: 'number', values: Float64Array.of(1) });
const title = column('title', { kind: 'text', values: ['mug'] });

it('starts numbers with the largest and texts with the first, turns over, then gives the order up', () => {
  const largest = nextSort(null, units);
  expect(largest).toEqual({ id: 'units', descending: true });
  expect(nextSort(largest, units)).toEqual({ id: 'units', descending: false });
  expect(nextSort(nextSort(largest, units), units)).toBeNull();
  expect(nextSort(largest, title)).toEqual({ id: 'title', descending: false });
});
