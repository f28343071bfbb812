import { expect, it } from 'vitest';
import { matchStock } from '#core/ledger/stock/match-stock.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { stockItem } from '../../../support/stock-item.ts';

it('items are matched to the newest launch of their ID, else of their name as it is spelled', () => {
  const table = launchTable([
    { productId: 'A', title: 'Blue mug', day: 300 },
    { productId: 'A', title: 'Blue mug', day: 100 },
    { productId: 'B', title: 'Red mug', day: 200 },
  ]);
  const items = [
    stockItem({ productId: 'A', title: 'Something else' }),
    stockItem({ productId: 'X', title: 'RED  MUG' }),
    stockItem({ title: 'Green mug' }),
    stockItem({ productId: 'B', title: 'Blue mug' }),
  ];
  expect(matchStock(items, table)).toEqual([0, 2, null, 2]);
});
