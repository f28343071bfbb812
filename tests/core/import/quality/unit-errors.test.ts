import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitErrors } from '#core/import/quality/unit-errors.ts';
import type { NumberColumns } from '#core/import/columns/read-columns.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { numberColumns, withCells } from '../../../support/number-columns.ts';
import { shopTable } from '../../../support/shop-table.ts';

const shop = shopTable(generateShop());

function treated(numbers: NumberColumns): NumberColumns {
  return unitErrors(numbers).reduce(
    (columns, { field, places, instead }) =>
      withCells(columns, field, Object.fromEntries(places.map((place, i) => [place, instead[i]!]))),
    numbers,
  );
}

describe('unitErrors', () => {
  it('finds none in a shop whose figures are right', () => {
    expect(unitErrors(shop)).toEqual([]);
  });

  it.each([
    { field: 'units', factor: 100 },
    { field: 'units', factor: 1000 },
    { field: 'orders', factor: 100 },
    { field: 'revenue', factor: 100 },
    { field: 'revenue', factor: 1 / 100 },
    { field: 'salePrice', factor: 100 },
    { field: 'listPrice', factor: 100 },
  ] as const)('corrects $field that is $factor times too large', ({ field, factor }) => {
    const places = [3, 700, 1500].filter((place) => shop.units[place]! > 0);
    const cells = Object.fromEntries(places.map((place) => [place, shop[field][place]! * factor]));
    const found = unitErrors(withCells(shop, field, cells));
    expect(found.map((remark) => [remark.field, remark.places])).toEqual([[field, places]]);
    found[0]!.instead.forEach((value, i) => expect(value).toBeCloseTo(shop[field][places[i]!]!, 6));
  });

  it('blames the figure that is unusual in its own column where only one ratio is known', () => {
    const orders = Array.from({ length: 60 }, (_, i) => 20 + (i % 17));
    const units = orders.map((count, i) => (i === 30 ? 100 * count : count + (i % 3)));
    const found = unitErrors(numberColumns({ orders, units }));
    expect(found).toMatchObject([{ field: 'units', places: [30], instead: [orders[30]] }]);
  });

  it('believes in one large order, which no other figure contradicts once it is divided', () => {
    const orders = Array.from({ length: 60 }, (_, i) => 5 + (i % 7));
    const units = orders.map((count, i) => (i === 30 ? 117 * count : count));
    expect(unitErrors(numberColumns({ orders, units }))).toEqual([]);
  });

  it('says nothing of fewer than 30 launches', () => {
    const orders = Array.from({ length: 29 }, () => 7);
    const units = orders.map((count, i) => (i === 3 ? 700 : count));
    expect(unitErrors(numberColumns({ orders, units }))).toEqual([]);
  });

  it('finds nothing more in what it has corrected', () => {
    const slip = fc.record({
      place: fc.nat(shop.rowCount - 1),
      field: fc.constantFrom('units', 'revenue', 'salePrice', 'orders', 'listPrice'),
      factor: fc.constantFrom(100, 1000, 0.01),
    });
    fc.assert(
      fc.property(fc.array(slip, { maxLength: 8 }), (slips) => {
        const spoilt = slips.reduce<NumberColumns>(
          (columns, { place, field, factor }) =>
            withCells(columns, field, { [place]: columns[field][place]! * factor }),
          shop,
        );
        expect(unitErrors(treated(spoilt))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
