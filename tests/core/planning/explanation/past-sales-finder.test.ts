import { expect, it } from 'vitest';
import { fitProductEncoder, encodeProducts } from '#core/model/features/product-encoder.ts';
import { productColumns, type NewProduct } from '#core/launch/new-product.ts';
import { pastSalesFinder } from '#core/planning/explanation/past-sales-finder.ts';
import { similarLaunches } from '#core/planning/explanation/similar-launches.ts';
import { pictureOwner } from '#core/launch/looks.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { allRows, launchTable, type LaunchRow } from '../../../support/launch-table.ts';
import { sampleProduct } from '../../../support/ranking.ts';

const mug: LaunchRow = { title: 'Red mug', category: 'Kitchen', listPrice: 12, firstStock: 900 };
const towel: LaunchRow = { title: 'Linen towel', category: 'Textiles', listPrice: 20 };
/** Kitchen: 1, 2 … 19 units; textiles: 100. */
const rows = [
  ...Array.from({ length: 19 }, (_, i) => ({ ...mug, units: i + 1, day: 100 + i })),
  ...Array.from({ length: 5 }, (_, i) => ({ ...towel, units: 100, day: 200 + i })),
  { ...mug, units: NaN, day: 300 },
];

function salesBeside(table: LaunchTable, change: Partial<NewProduct> = {}) {
  const product = sampleProduct(change);
  const encoder = fitProductEncoder(table, allRows(table));
  const x = encodeProducts(encoder, productColumns([product], []), Uint32Array.of(0));
  const history = { table, encoder, learnt: null };
  const { title, id } = product;
  const owner = pictureOwner(title, id);
  const explained = similarLaunches({ ...history, title, owner, x, channels: [] }).similar;
  return { found: pastSalesFinder(history)(product, x), explained };
}

it('gives the launches that the explanation shows, without those of unknown units', () => {
  const { found, explained } = salesBeside(launchTable(rows));
  expect(explained.some(({ units }) => units === null)).toBe(true);
  const known = explained.filter(({ units }) => units !== null);
  expect(found.similar).toMatchObject(
    known.map(({ title, day, units }) => ({ title, day, units })),
  );
  expect(found.similar.map(({ units }) => units)).toEqual([19, 18, 17, 16]);
});

it('gives no launch as similar to a product unlike any, as the explanation does', () => {
  const kinds = ['mug', 'towel', 'lamp', 'chair', 'scarf', 'vase'];
  const colours = ['red', 'blue', 'green', 'white', 'black'];
  const shop = kinds.flatMap((kind) =>
    colours.flatMap((colour, i) => [
      { title: `New ${colour} ${kind}`, category: kind, listPrice: 20 + i },
      { title: `New ${colour} ${kind} large`, category: kind, listPrice: 30 + i },
    ]),
  );
  const table = launchTable(shop.map((row, i) => ({ ...row, units: 5 + i, day: 100 + i })));
  const unlike = salesBeside(table, { title: 'New hair spray', category: 'Care', listPrice: 20 });
  expect(unlike.found.similar).toEqual([]);
  expect(unlike.explained).toEqual([]);
  const alike = salesBeside(table, { title: 'New grey mug', category: 'mug', listPrice: 20 });
  expect(alike.found.similar).toHaveLength(5);
  for (const { title } of alike.explained) expect(title).toContain('mug');
});

it('gives the medians of all launches and of the category', () => {
  const { found } = salesBeside(launchTable(rows));
  // 19 mugs and 5 towels: the 12th and 13th of 24.
  expect(found).toMatchObject({ median: 12.5, categoryMedian: 10 });
  const { found: elsewhere } = salesBeside(launchTable(rows), { category: 'Garden' });
  expect(elsewhere).toMatchObject({ median: 12.5, categoryMedian: null });
  expect(salesBeside(launchTable(rows), { category: '' }).found.categoryMedian).toBeNull();
});

it('takes the high mark from a category of twenty launches, and from all where there are fewer', () => {
  expect(salesBeside(launchTable(rows)).found.high).toBe(100);
  const more = [...rows, { ...mug, units: 20, day: 150 }];
  // The 95% quantile of 1 … 20 lies 0.95 × 19 steps above 1.
  expect(salesBeside(launchTable(more)).found.high).toBeCloseTo(19.05, 9);
});

it('marks launches that sold their whole stock', () => {
  const { found, explained } = salesBeside(
    launchTable([...rows, { ...mug, units: 900, day: 400 }]),
  );
  expect(found.similar[0]).toMatchObject({ units: 900, isSoldOut: true });
  expect(found.similar[1]).not.toHaveProperty('isSoldOut');
  expect(explained[0]).toMatchObject({ units: 900, isSoldOut: true });
});

it('has nothing to give where no units are known', () => {
  const bare = launchTable(rows.map((row) => ({ ...row, units: NaN })));
  expect(salesBeside(bare).found).toEqual({
    ...{ similar: [], median: null, categoryMedian: null, high: null },
  });
});
