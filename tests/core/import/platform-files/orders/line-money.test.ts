import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { ExportCells } from '#core/import/platform-files/export-cells.ts';
import type { FieldsByKind } from '#core/import/platform-files/export-format.ts';
import { lineMoney, LINE_NUMBER_FIELDS } from '#core/import/platform-files/orders/line-money.ts';
import { linesByOrder } from '#core/import/platform-files/orders/lines-by-order.ts';
import { textRows } from '../../../../support/export-rows.ts';

type Field = FieldsByKind['order-lines'];
type Columns = Readonly<Partial<Record<Field, readonly string[]>>>;

/** Money of lines whose columns are called as their fields are. */
function moneyOf(orders: readonly string[], columns: Columns, cameBack = [0]) {
  const fields = Object.fromEntries(Object.keys(columns).map((field) => [field, [field]]));
  const rows = textRows({ ...columns, orderId: orders });
  const cells = new ExportCells<Field>(rows, fields, LINE_NUMBER_FIELDS);
  const byOrder = linesByOrder(codedColumn(orders));
  const money = lineMoney(cells, { byOrder, cameBack: Uint8Array.from(cameBack) });
  return Object.fromEntries(Object.entries(money).map(([name, column]) => [name, [...column]]));
}

describe('lineMoney', () => {
  it('takes each line for one piece where no column counts them', () => {
    expect(moneyOf(['1', '2'], { lineTotal: ['10', '7'] })).toEqual({
      ...{ quantity: [1, 1], unitPrice: [10, 7], listPrice: [NaN, NaN] },
      ...{ discount: [0, 0], refunded: [0, 0] },
    });
  });

  it('finds the price of a piece in what the whole line costs', () => {
    expect(moneyOf(['1', '2'], { quantity: ['4', '0'], lineTotal: ['10', '7'] })).toMatchObject({
      ...{ quantity: [4, 0], unitPrice: [2.5, NaN] },
    });
  });

  it('adds what is off the order to what was paid for a piece', () => {
    const columns = { quantity: ['2', '1'], paidTotal: ['18', '27'], orderDiscount: ['5', ''] };
    expect(moneyOf(['1', '1'], columns)).toMatchObject({ unitPrice: [10, 30], discount: [2, 3] });
  });

  it('gives pieces back where their money is below zero or their state says so', () => {
    const columns = { quantity: ['2', '3', '-1'], lineTotal: ['-20', '30', '-5'] };
    expect(moneyOf(['1', '2', '3'], columns, [0, 1, 0])).toMatchObject({
      ...{ quantity: [-2, -3, -1], unitPrice: [10, 10, 5] },
    });
  });

  it('shares what was given back by what was paid for each line', () => {
    const money = moneyOf(['1', '1'], {
      ...{ quantity: ['2', '1'], unitPrice: ['10', '5'], discount: ['10', '0'] },
      refunded: ['15', ''],
    });
    expect(money).toMatchObject({ discount: [10, 0], refunded: [10, 5] });
  });

  it.each([
    ['in per cent', ['20', '0', '']],
    ['with its sign', ['20%', '0%', '']],
    ['as a share', ['0.2', '0', '']],
  ])('takes off a discount that is written %s of the price', (_, discountPercent) => {
    const columns = { quantity: ['2', '1', '1'], unitPrice: ['50', '8', '8'], discountPercent };
    expect(moneyOf(['1', '2', '3'], columns)).toMatchObject({
      ...{ unitPrice: [50, 8, 8], discount: [20, 0, 0] },
    });
  });

  it('counts an amount before a discount in per cent where a line has both', () => {
    const columns = { unitPrice: ['50', '50'], discount: ['3', ''], discountPercent: ['10', '10'] };
    expect(moneyOf(['1', '2'], columns).discount).toEqual([3, 5]);
  });

  it('gives back what was paid for the pieces that came back, within what the order says', () => {
    const columns = { quantity: ['3', '2'], unitPrice: ['10', '5'], discount: ['6', ''] };
    expect(moneyOf(['1', '2'], { ...columns, returned: ['2', ''] }).refunded).toEqual([16, 0]);
    const both = { ...columns, returned: ['1', '1'], refunded: ['20', '2'] };
    expect(moneyOf(['1', '2'], both).refunded).toEqual([20, 5]);
  });

  it('knows no price without promotion where it is nought', () => {
    expect(moneyOf(['1', '2'], { unitPrice: ['8', '8'], listPrice: ['0.00', '12'] })).toMatchObject(
      {
        listPrice: [NaN, 12],
      },
    );
  });
});
