import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import type { StockLevels } from '#core/import/platform-files/catalogue/read-stock.ts';
import { stockByDay } from '#core/import/platform-files/catalogue/stock-by-day.ts';
import { catalogueProduct } from '../../../../support/catalogue-product.ts';

type Level = readonly [productId: string, sku: string, title: string, onHand: number];

function report(levels: readonly Level[]): StockLevels {
  return {
    rowCount: levels.length,
    productId: codedColumn(levels.map(([productId]) => productId)),
    sku: codedColumn(levels.map(([, sku]) => sku)),
    title: codedColumn(levels.map(([, , title]) => title)),
    onHand: Float64Array.from(levels, ([, , , onHand]) => onHand),
  };
}

function mug(stocks: Readonly<Record<string, number>>) {
  const variants = Object.entries(stocks).map(([sku, stock]) => ({ sku, name: sku, stock }));
  return { ...catalogueProduct({ productId: 'mug' }), variants };
}

describe('stockByDay', () => {
  it('adds up the variants of a product that are counted', () => {
    expect(Object.fromEntries(stockByDay([mug({ red: 2, blue: 0, green: NaN })], []))).toEqual({
      ...{ red: 2, blue: 0, mug: 2 },
    });
  });

  it('knows nothing of a product that nobody counts', () => {
    expect(stockByDay([mug({ red: NaN, '': NaN })], []).size).toBe(0);
  });

  it('believes a report before the catalogue, by variant and by product', () => {
    const catalogue = [mug({ red: 2, blue: 5 })];
    const byVariant = stockByDay(catalogue, [report([['', 'red', '', 0]])]);
    expect([byVariant.get('red'), byVariant.get('mug')]).toEqual([0, 5]);
    const byProduct = stockByDay(catalogue, [report([['mug', '', 'Mug', 1]])]);
    expect([byProduct.get('mug'), byProduct.get('Mug')]).toEqual([1, 1]);
  });

  it('adds up what several rows and reports say of a product, and leaves out what is not known', () => {
    const rows: Level[] = [
      ['bowl', 'bowl-s', '', 1],
      ['bowl', 'bowl-l', '', NaN],
    ];
    const stock = stockByDay([], [report(rows), report([['bowl', 'bowl-xl', '', 4]])]);
    expect(Object.fromEntries(stock)).toEqual({ 'bowl-s': 1, 'bowl-xl': 4, bowl: 5 });
  });
});
