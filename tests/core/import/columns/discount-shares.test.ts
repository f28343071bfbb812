import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { discountShares } from '#core/import/columns/discount-shares.ts';

interface Told {
  readonly header?: string;
  readonly list?: readonly number[];
  readonly sale?: readonly number[];
}

function shares(cells: readonly string[], { header = 'Discount', list, sale }: Told = {}) {
  const unknown = cells.map(() => NaN);
  const told = discountShares({
    ...{ header, cells: codedColumn(cells), decimal: '.' },
    listPrice: Float64Array.from(list ?? unknown),
    salePrice: Float64Array.from(sale ?? unknown),
  });
  return told && Array.from(told, (share) => Math.round(share * 1e6) / 1e6);
}

describe('discountShares', () => {
  it.each([
    { as: 'fractions', cells: ['0.2', '0', '0.05'], off: [0.2, 0, 0.05] },
    { as: 'per cents', cells: ['20', '0', '5'], off: [0.2, 0, 0.05] },
    { as: 'signed per cents', cells: ['20 %', '', '-5%'], off: [0.2, NaN, 0.05] },
    { as: 'one among the per cents', cells: ['20', '1', '5'], off: [0.2, 0.01, 0.05] },
    { as: 'what is left of ten', cells: ['8折', '85折', '不打折'], off: [0.2, 0.15, 0] },
  ])('reads $as', ({ cells, off }) => {
    expect(shares(cells)).toEqual(off);
  });

  it.each([
    { header: '折扣', cells: ['8', '9.5', '10'], off: [0.2, 0.05, 0] },
    { header: '折扣', cells: ['0.8', '0.95', '1'], off: [0.2, 0.05, 0] },
    { header: '折扣', cells: ['80', '95', '90'], off: [0.2, 0.05, 0.1] },
    { header: '折扣率', cells: ['80%', '95%', '90%'], off: [0.2, 0.05, 0.1] },
    { header: '折扣', cells: ['20%', '10%', '5%'], off: [0.2, 0.1, 0.05] },
  ])('takes what $header leaves to pay for that: $cells', ({ header, cells, off }) => {
    expect(shares(cells, { header })).toEqual(off);
  });

  it('lets list price and sale price say what the numbers are', () => {
    const list = [40, 25, 10, 50];
    const money = { list, sale: [35, 22.5, 9, NaN] };
    expect(shares(['5', '2.5', '1', '10'], money)).toEqual([0.125, 0.1, 0.1, 0.2]);
    expect(shares(['5', '2.5', '3', '10'], { list, sale: [38, 24.37, 9.7, NaN] })![3]).toBe(0.1);
    const left = { header: '折扣率', list, sale: [36, 20, 9, NaN] };
    expect(shares(['90', '80', '90', '50'], left)).toEqual([0.1, 0.2, 0.1, 0.5]);
    expect(shares(['40%', '30%', '45%', '50%'], { ...left, sale: [16, 7.5, 4.5, NaN] })).toEqual([
      ...[0.6, 0.7, 0.55, 0.5],
    ]);
  });

  it('reads money where the prices say that it was taken off, and nowhere else', () => {
    const cells = ['£5.00', '£2.50', '£1.00'];
    expect(shares(cells, { list: [40, 25, 10], sale: [35, 22.5, 9] })).toEqual([0.125, 0.1, 0.1]);
    expect(shares(cells, { list: [40, 25, 10] })).toBeNull();
  });

  it.each([
    { header: 'Discount amount', cells: ['5', '10', '20'] },
    { header: 'Discount (EUR)', cells: ['5', '10', '20'] },
    { header: 'Discount', cells: ['3.40', '7.85', '1.15'] },
    { header: 'Discount', cells: ['120', '5', '10'] },
    { header: 'Discount', cells: ['1', '0', '1'] },
  ])('does not guess what $cells under $header are', ({ header, cells }) => {
    expect(shares(cells, { header })).toBeNull();
  });

  it('takes nothing of the whole price for a discount', () => {
    expect(shares(['20', '100', '5'])).toEqual([0.2, NaN, 0.05]);
  });
});
