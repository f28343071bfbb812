import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import {
  binnedShare,
  explainedShare,
  isKnownAfterwards,
  namesOutcome,
  rankCorrelation,
} from '#core/import/schema/leakage.ts';
import { seededRandom } from '#core/base/random.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { shopTable } from '../../../support/shop-table.ts';

const shop = shopTable(generateShop());

it('sees the outcome in numbers with a unit', () => {
  const units = Float64Array.from({ length: 400 }, (_, i) => 1 + ((i * 37) % 211));
  const cells = codedColumn(Array.from(units, (count) => `${count} pcs`));
  expect(isKnownAfterwards('hint', cells, units)).toBe(true);
});

describe('namesOutcome', () => {
  it.each([
    ...['Total sold', 'lifetime_sales', 'returned', 'refund rate', 'Review count', 'Sell-through'],
    ...['totalRevenue', '30d orders', '累计销量', '评论数', 'Umsatz', 'Absatz 90 Tage', 'Ventas'],
  ])('%s', (header) => {
    expect(namesOutcome(header)).toBe(true);
  });

  it.each([
    ...[
      'material',
      'colour',
      'Sales channel',
      'Where sold',
      'sold by',
      'Return policy',
      'Lifetime warranty',
    ],
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

  const byUnits = [...shop.units].toSorted((a, b) => a - b);
  /** Equal shares of the launches. */
  const binOf = (units: number, bins: number): number =>
    Math.floor((byUnits.indexOf(units) / byUnits.length) * bins);
  const WORDS = ['low', 'usual', 'good', 'best'];

  it.each(['Verkauft über', 'Orders from', 'Sold to', 'group'])(
    'takes a few words above different sales for what teaches them, under “%s”',
    (header) => {
      expect(isKnownAfterwards(header, codedColumn(shop.channel), shop.units)).toBe(false);
    },
  );

  it('takes groups that sell far apart for what teaches them', () => {
    // Each of four groups sells twice what the one before does, give or take as much.
    const random = seededRandom(5);
    const groups = Array.from({ length: 400 }, (_, i) => WORDS[i % 4]!);
    const units = groups.map((_, i) =>
      Math.round(30 * 2 ** ((i % 4) + 1.4 * (random() + random() + random() - 1.5))),
    );
    expect(
      explainedShare(
        Uint32Array.from(groups, (_, i) => i % 4),
        Float64Array.from(units, Math.log1p),
      ),
    ).toBeGreaterThan(0.5);
    const cells = codedColumn(groups);
    expect(isKnownAfterwards('group', cells, Float64Array.from(units))).toBe(false);
  });

  it.each([2, 3, 4])('tells %i bins of the units, by whatever words', (bins) => {
    const cells = codedColumn([...shop.units].map((units) => WORDS[binOf(units, bins)]!));
    expect(isKnownAfterwards('group', cells, shop.units)).toBe(true);
  });

  it('tells by their name what roughly bins the units, what counts and how buyers took it', () => {
    const random = seededRandom(9);
    const near = [...shop.units].map((units) => units * 4 ** (2 * random() - 1));
    const sorted = near.toSorted((a, b) => a - b);
    const tiers = near.map((each) => WORDS[Math.floor((sorted.indexOf(each) / near.length) * 3)]!);
    expect(isKnownAfterwards('Sales tier', codedColumn(tiers), shop.units)).toBe(true);
    expect(isKnownAfterwards('tier', codedColumn(tiers), shop.units)).toBe(false);
    const row = (texts: readonly string[]) =>
      codedColumn([...shop.units].map((_, i) => texts[i % texts.length]!));
    expect(isKnownAfterwards('Orders', row(['10+', '50+', '100+']), shop.units)).toBe(true);
    expect(isKnownAfterwards('Returned', row(['yes', 'no', 'no']), shop.units)).toBe(true);
  });

  it('is not misled by a few launches at the edge', () => {
    const cells = codedColumn(
      [...shop.units].map((units) => (units >= byUnits.at(-3)! ? 'a' : 'b')),
    );
    expect(isKnownAfterwards('group', cells, shop.units)).toBe(false);
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

  it('are bins where they cut the values in order, and none where they hold the same', () => {
    const values = Float64Array.of(5, 1, 9, 2, 8, 1);
    expect(binnedShare(Uint32Array.of(1, 0, 2, 0, 2, 0), values)).toBeCloseTo(1);
    expect(binnedShare(Uint32Array.of(0, 1, 0, 1), Float64Array.of(1, 1, 2, 2))).toBeCloseTo(0);
    expect(binnedShare(Uint32Array.of(0, 1), new Float64Array(2))).toBe(0);
  });

  it('explain all where levels hold one value each, and none where they hold the same', () => {
    const values = Float64Array.of(1, 1, 5, 5);
    expect(explainedShare(Uint32Array.of(0, 0, 1, 1), values)).toBeCloseTo(1);
    expect(explainedShare(Uint32Array.of(0, 1, 0, 1), values)).toBeCloseTo(0);
    expect(explainedShare(Uint32Array.of(0, 1, 0, 1), new Float64Array(4))).toBe(0);
  });
});
