import { describe, expect, it } from 'vitest';
import { cellAt } from '#core/import/csv/coded-column.ts';
import { orderItems } from '#core/import/platform-files/orders/order-items.ts';
import { textRows } from '../../../../support/export-rows.ts';

function unpacked(...cells: readonly string[]) {
  const { rows, columns } = orderItems(
    textRows({ No: cells.map((_, i) => String(i)), Items: cells }),
    {
      ...{ orderId: ['No'], packedItems: ['Items'] },
    },
  );
  return Array.from(rows.rowNumbers, (rowNumber, row) => ({
    rowNumber,
    ...Object.fromEntries(
      Object.entries(columns)
        .filter(([field]) => field !== 'packedItems')
        .map(([field, [header]]) => [field, cellAt(rows.columns.get(header!)!, row)]),
    ),
  }));
}

describe('orderItems', () => {
  it('leaves rows of other exports as they are', () => {
    const rows = textRows({ No: ['1'] });
    const columns = { orderId: ['No'] };
    expect(orderItems(rows, columns)).toEqual({ rows, columns });
  });

  it('reads parts by their names, in any order', () => {
    expect(
      unpacked('name:Poster, A2|product_id:5|sku:P-5|quantity:2|total:30.00|meta:size=L'),
    ).toEqual([
      {
        ...{ rowNumber: 2, orderId: '0', productId: '5', sku: 'P-5', title: 'Poster, A2' },
        ...{ quantity: '2', lineTotal: '30.00', variant: 'size=L' },
      },
    ]);
  });

  it('reads parts without names as product, quantity, total and variant', () => {
    expect(unpacked('Poster|2|30|size: L|frame: oak')).toEqual([
      {
        ...{ rowNumber: 2, orderId: '0', title: 'Poster', quantity: '2', lineTotal: '30' },
        variant: 'size: L, frame: oak',
      },
    ]);
  });

  it('splits a cell of several items, and gives no row for an order of none', () => {
    expect(unpacked('Poster|2|30;Frame|1|12', '', 'Mug|1|9')).toMatchObject([
      { orderId: '0', title: 'Poster', rowNumber: 2 },
      { orderId: '0', title: 'Frame', lineTotal: '12' },
      { orderId: '2', title: 'Mug', rowNumber: 4 },
    ]);
  });
});
