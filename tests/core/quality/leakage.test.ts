import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/csv/coded-column.ts';
import {
  explainedShare,
  isKnownAfterwards,
  namesOutcome,
  rankCorrelation,
} from '#core/quality/leakage.ts';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { shopTable } from '../../support/shop-table.ts';

const shop = shopTable(generateShop());

describe('namesOutcome', () => {
  it.each([
    ...['Total sold', 'lifetime_sales', 'returned', 'refund rate', 'Review count', 'Sell-through'],
    ...['totalRevenue', '30d orders', '累计销量', '评论数', 'Umsatz', 'Absatz 90 Tage', 'Ventas'],
  ])('%s', (header) => {
    expect(namesOutcome(header)).toBe(true);
  });

  it.each([
    ...['material', 'colour', 'Sales channel', 'sold by', 'Return policy', 'Lifetime warranty'],
    ...[
      'sale type',
      'sales forecast',
      'soldier',
      'pre-orders',
      'Order of play',
      '材质',
      '销售渠道',
    ],
  ])('not %s', (header) => {
    expect(namesOutcome(header)).toBe(false);
  });
});

describe('isKnownAfterwards', () => {
  it('tells a number that ranks launches as their units do', () => {
    const stars = codedColumn([...shop.units].map((units) => (Math.sqrt(units) * 3).toFixed(3)));
    expect(isKnownAfterwards('score', stars, shop.units)).toBe(true);
  });

  it('tells levels that give the units away', () => {
    const tiers = codedColumn(
      [...shop.units].map((units) => `tier ${Math.round(3 * Math.log1p(units))}`),
    );
    expect(isKnownAfterwards('tier', tiers, shop.units)).toBe(true);
  });

  it('accepts what is known beforehand, however many levels it has', () => {
    const columns = { ...shop.attributes, brand: shop.brand, id: shop.productId };
    for (const [name, values] of Object.entries(columns))
      expect(isKnownAfterwards(name, codedColumn(values), shop.units)).toBe(false);
    const price = codedColumn([...shop.listPrice].map(String));
    expect(isKnownAfterwards('rrp', price, shop.units)).toBe(false);
  });

  it('says nothing of a few launches', () => {
    const units = Float64Array.from({ length: 29 }, (_, i) => i);
    expect(isKnownAfterwards('x', codedColumn([...units].map(String)), units)).toBe(false);
  });
});

describe('measures', () => {
  it('rank by the mean rank where values are equal', () => {
    const a = Float64Array.of(1, 2, 2, 3, NaN);
    expect(rankCorrelation(a, Float64Array.of(10, 20, 20, 90, 5))).toBeCloseTo(1);
    expect(rankCorrelation(a, Float64Array.of(9, 5, 5, 1, 5))).toBeCloseTo(-1);
    expect(rankCorrelation(a, new Float64Array(5))).toBe(0);
  });

  it('explain all where levels hold one value each, and none where they hold the same', () => {
    const values = Float64Array.of(1, 1, 5, 5);
    expect(explainedShare(Uint32Array.of(0, 0, 1, 1), values)).toBeCloseTo(1);
    expect(explainedShare(Uint32Array.of(0, 1, 0, 1), values)).toBeCloseTo(0);
    expect(explainedShare(Uint32Array.of(0, 1, 0, 1), new Float64Array(4))).toBe(0);
  });
});
