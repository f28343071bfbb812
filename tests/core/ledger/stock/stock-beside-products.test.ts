import { expect, it } from 'vitest';
import { heldBack } from '#core/ledger/stock/held-back.ts';
import { heldBackById, stockBesideProducts } from '#core/ledger/stock/stock-beside-products.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { sampleProduct } from '../../../support/ranking.ts';
import { stockItem } from '../../../support/stock-item.ts';

const list = {
  ...{ fileName: 'stock.csv', asOf: 1000 },
  items: [
    stockItem({ title: 'Blue mug', onHand: 20, weeklyUnits: 4 }),
    stockItem({ title: 'Wool rug', onHand: 5 }),
  ],
};
const products = [
  sampleProduct({ id: 'a', title: 'Blue mug, large' }),
  sampleProduct({ id: 'b', title: 'Oak shelf' }),
];
const known = stockBesideProducts(list, products, { table: launchTable([]), horizonDays: 28 });

it('what is in stock stands beside the products that it is like', () => {
  expect(known.similar.map((items) => items.map(({ index }) => index))).toEqual([[0], []]);
  expect(known.outlooks.map(({ item }) => item)).toEqual(list.items);
});

it('what is held back is told by product', () => {
  const asked = { weeks: [1000, 1100], strength: 0.5 };
  const byId = heldBackById(known, asked);
  const { similar, outlooks, spread } = known;
  const [a, b] = heldBack(similar, outlooks, { ...asked, spread });
  expect([...byId]).toEqual([
    ['a', a],
    ['b', b],
  ]);
  expect(byId.get('b')).toEqual(Float64Array.of(0, 0));
  expect(heldBackById(null, asked).size).toBe(0);
});
