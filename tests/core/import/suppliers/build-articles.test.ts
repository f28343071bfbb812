import { describe, expect, it } from 'vitest';
import { listedMoney } from '#core/import/suppliers/shop-money.ts';
import type { SupplierItem } from '#core/import/suppliers/supplier-list.ts';
import { seededRandom } from '#core/base/random.ts';
import {
  articlesOf,
  EUROS,
  fixtureList,
  listOf,
  supplierList,
} from '../../../support/supplier-list.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

/** Lists of two suppliers with one item each. */
function two(a: Partial<SupplierItem>, b: Partial<SupplierItem>) {
  return [
    supplierList([a], { supplier: 'Acme' }),
    supplierList([{ sku: 'B-1', ...b }], { supplier: 'Bolt', fileName: 'bolt.csv' }),
  ];
}

describe('the same article of two suppliers', () => {
  it.each([
    [
      'barcode',
      { title: 'Soy candle', barcodes: ['5012345678900'] },
      { title: 'Duftkerze', barcodes: ['5012345678900'] },
    ],
    [
      'maker-sku',
      { title: 'Soy candle', makerSku: 'SC-77' },
      { title: 'Candle of soy', makerSku: 'sc 77' },
    ],
    ['name', { title: 'Soy wax candle, 30 ml' }, { title: 'Candles soy-wax (30ml)' }],
    ['name', { title: 'Lavender candle' }, { title: 'Lavander candle' }],
  ] as const)('by %s is one article with two offers, the cheapest first', (by, a, b) => {
    const { articles, merges } = articlesOf(
      two({ ...a, cost: euros(4) }, { ...b, cost: euros(3) }),
    );
    expect(articles).toMatchObject([
      {
        unitCost: 3,
        offers: [
          { supplier: 'Bolt', unitCost: 3 },
          { supplier: 'Acme', unitCost: 4 },
        ],
      },
    ]);
    expect(merges).toEqual([
      {
        articleId: articles[0]!.id,
        by: [by],
        titles: [b.title, a.title],
        suppliers: ['Bolt', 'Acme'],
      },
    ]);
  });

  it('in one list with a column of suppliers is one article too', () => {
    const list = listOf(
      'SKU,Name,Supplier,Cost\nA-1,Soy wax candle,Acme,4\nB-1,Soy wax candle,Bolt,3\nA-2,Oak tray,Acme,9\n',
    );
    const { articles, merges } = articlesOf([list]);
    expect(articles).toMatchObject([
      { title: 'Soy wax candle', offers: [{ supplier: 'Bolt' }, { supplier: 'Acme' }] },
      { title: 'Oak tray' },
    ]);
    expect(merges).toHaveLength(1);
  });

  it('is bought of one that states a cost', () => {
    const { articles } = articlesOf(two({ cost: null }, { cost: euros(9) }));
    expect(articles).toMatchObject([
      { unitCost: 9, offers: [{ supplier: 'Bolt' }, { unitCost: null }] },
    ]);
  });

  it('offered again by a newer list of a supplier has that offer', () => {
    const old = supplierList([{ cost: euros(2) }], { fileName: 'old.csv', savedAt: 1 });
    const now = supplierList([{ cost: euros(4) }], { fileName: 'new.csv', savedAt: 2 });
    const { articles } = articlesOf([old, now]);
    expect(articles).toMatchObject([{ unitCost: 4, offers: [{ unitCost: 4 }] }]);
  });
});

describe('different articles stay apart', () => {
  it.each([
    ['of other sizes', { title: 'Soy wax candle 30 ml' }, { title: 'Soy wax candle 50 ml' }],
    [
      'of other sizes under one barcode',
      { title: 'Candle 30 ml', barcodes: ['1234567890'] },
      { title: 'Candle 50 ml', barcodes: ['1234567890'] },
    ],
    ['of another colour', { title: 'Soy wax candle red' }, { title: 'Soy wax candle' }],
    ['of another material', { material: 'Soy wax' }, { material: 'Beeswax' }],
    ['of another brand', { brand: 'Lux' }, { brand: 'Nox' }],
    ['with other barcodes', { barcodes: ['5012345678900'] }, { barcodes: ['5012345678917'] }],
    ['with other attributes', { attributes: { Scent: 'Rose' } }, { attributes: { Scent: 'Oud' } }],
    ['named by their kind alone', { title: 'Candle' }, { title: 'Candle' }],
    ['that cost much more', { cost: euros(2) }, { cost: euros(8) }],
    [
      'with the same number of their suppliers',
      { title: 'Red mug', sku: '1001' },
      { title: 'Oak chair', sku: '1001' },
    ],
  ] as const)('%s', (_, a, b) => {
    const { articles, merges } = articlesOf(two(a, b));
    expect(articles).toHaveLength(2);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(2);
    expect(merges).toEqual([]);
  });

  it('where a barcode or a name stands twice in one list', () => {
    const doubtful = supplierList([
      { sku: 'A-1', title: 'Soy wax candle', barcodes: ['1234567890'] },
      { sku: 'A-2', title: 'Soy wax candle', barcodes: ['1234567890'] },
    ]);
    const other = supplierList([{ title: 'Soy wax candle', barcodes: ['1234567890'] }], {
      supplier: 'Bolt',
    });
    expect(articlesOf([doubtful, other]).articles).toHaveLength(3);
  });

  it('of one list, though a third offers what is nearly both', () => {
    const one = supplierList([
      { sku: 'A', title: 'Lavender candle' },
      { sku: 'B', title: 'Lavander candle' },
    ]);
    const other = supplierList([{ title: 'Lavender candle' }], { supplier: 'Bolt' });
    expect(articlesOf([one, other]).articles).toHaveLength(2);
  });
});

describe('costs in the shop’s currency', () => {
  const usd = { amount: 4, currency: 'USD' };

  it('are converted at the shop’s rates', () => {
    expect(articlesOf([supplierList([{ cost: usd }])]).articles).toMatchObject([{ unitCost: 3.6 }]);
  });

  it('without a rate are not known, which is told', () => {
    const list = supplierList([{ cost: usd }, { sku: 'B', cost: euros(3), title: 'Oak tray' }]);
    const money = { currency: 'EUR', rates: {} };
    const { articles, issues } = articlesOf([list], { money });
    expect(articles.map(({ unitCost }) => unitCost)).toEqual([null, 3]);
    expect(issues).toMatchObject([[{ kind: 'rate-missing', column: 'USD', rows: [2] }]]);
    expect(listedMoney([list], money)).toEqual({
      ...{ main: 'EUR', others: [{ currency: 'USD', cellCount: 1 }] },
    });
  });

  it('of bare numbers are in the list’s currency', () => {
    const list = supplierList([{ cost: { amount: 10, currency: null } }], { currency: 'CNY' });
    expect(articlesOf([list]).articles).toMatchObject([{ unitCost: 1.3 }]);
  });

  it('of a shop whose currency is not known are in the one of most', () => {
    const list = supplierList([
      { cost: usd },
      { cost: usd, sku: 'B', title: 'Oak tray' },
      { cost: euros(3), sku: 'C', title: 'Ash tray' },
    ]);
    const { articles } = articlesOf([list], { money: { currency: null, rates: {} } });
    expect(articles.map(({ unitCost }) => unitCost)).toEqual([4, 4, null]);
  });
});

describe('findings', () => {
  it('tell of minimum orders above fifty usual launches, and keep them', () => {
    const list = supplierList([
      { minimumOrder: 5001 },
      { sku: 'B', title: 'Oak tray', minimumOrder: 5000 },
    ]);
    const { articles, issues } = articlesOf([list]);
    expect(articles[0]!.offers[0].minimumOrder).toBe(5001);
    expect(issues[0]).toMatchObject([{ kind: 'large-minimum', rows: [2], rowCount: 1 }]);
    expect(articlesOf([list], { usualUnits: null }).issues).toEqual([[]]);
  });
});

describe('what the seller changed', () => {
  it('stays with the article when another list offers it too', () => {
    const [first, second] = two({ cost: euros(4) }, { cost: euros(3) }) as [never, never];
    const { articles } = articlesOf([second]);
    const edit = { unitCost: 2.5, listPrice: 9, category: 'Home', isLeftOut: true } as const;
    const edits = { [articles[0]!.id]: edit };
    const [both] = articlesOf([first, second], { edits }).articles;
    expect(both).toMatchObject({ ...edit, offers: [{ unitCost: 3 }, { unitCost: 4 }] });
  });
});

describe('properties', () => {
  const TITLES = [
    'Soy wax candle 30 ml',
    'Soy wax candle 50 ml',
    'Candle soy wax 30ml',
    'Oak tray',
    'Oak trays',
    'Lavender soap',
    'Lavander soap',
  ];

  it('hold for any order of lists', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = seededRandom(seed);
      const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
      const lists = ['Acme', 'Bolt', 'Cato', 'Dora'].map((supplier) =>
        supplierList(
          Array.from({ length: 5 }, (_, i) => ({
            ...{
              sku: pick(['', `S-${i}`, 'S-0']),
              title: pick(TITLES),
              brand: pick(['', 'Lux', 'Nox']),
            },
            barcodes: pick([[], ['1111111111'], ['2222222222']]),
            cost: pick([
              null,
              { amount: 1 + Math.floor(random() * 9), currency: pick(['EUR', 'USD']) },
            ]),
          })),
          { supplier, fileName: `${supplier}.csv` },
        ),
      );
      const there = articlesOf(lists);
      const back = articlesOf(lists.toReversed());
      expect(back.articles).toEqual(there.articles);
      expect(back.merges).toEqual(there.merges);
      // Every row is an offer of exactly one article.
      expect(there.articles.flatMap(({ offers }) => offers)).toHaveLength(20);
    }
  });

  it('hold for the fixtures, which share a barcode', () => {
    const lists = [
      listOf(fixtureList('list-1688.csv')),
      listOf(fixtureList('three-header-rows.csv')),
    ];
    const { articles, merges } = articlesOf(lists, EUROS);
    expect(articles).toHaveLength(8);
    expect(merges).toMatchObject([{ by: ['barcode'] }]);
    expect(articlesOf(lists.toReversed()).articles).toEqual(articles);
  });
});
