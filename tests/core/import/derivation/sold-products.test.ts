import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { soldProducts } from '#core/import/derivation/sold-products.ts';
import { catalogueProduct } from '../../../support/catalogue-product.ts';
import { orderLines } from '../../../support/order-lines.ts';

const lines = orderLines([
  { title: 'Mug', orderedAt: 12, quantity: 2 },
  { title: 'Mug', orderedAt: 10.5, quantity: 1 },
  { title: 'Mug', orderedAt: 13, quantity: -1 },
  { title: 'Bowl', orderedAt: 11, quantity: -1 },
  { title: 'Jug', orderedAt: 9, quantity: 1 },
]);
const counted = {
  ...{ lines, products: codedColumn(['mug', 'mug', 'mug', 'bowl', 'jug']) },
  ...{ reasons: Uint8Array.of(0, 0, 0, 0, 1), catalogue: [], onHand: new Map([['mug', 3]]) },
};

describe('soldProducts', () => {
  it('are those with a line that counts and sells some', () => {
    expect(soldProducts(counted)).toEqual([
      {
        ...{ id: 'mug', title: 'Mug', listed: null, onHand: 3, sold: [0, 1], back: [2] },
        ...{ launchAt: 10.5, isDated: false },
      },
    ]);
  });

  it('are launched on the day of the catalogue where that comes first', () => {
    const launchOf = (listedOn: number) => {
      const catalogue = [catalogueProduct({ productId: 'mug', listedOn })];
      const [{ launchAt, isDated } = { launchAt: NaN }] = soldProducts({ ...counted, catalogue });
      return [launchAt, isDated];
    };
    expect(launchOf(8)).toEqual([8, true]);
    expect(launchOf(11)).toEqual([10.5, false]);
    expect(launchOf(NaN)).toEqual([10.5, false]);
  });

  it('are also those that the catalogue dates and nobody bought', () => {
    const catalogue = [
      catalogueProduct({ productId: 'vase', title: 'Vase', listedOn: 7 }),
      catalogueProduct({ productId: 'lamp', title: 'Lamp' }),
    ];
    const [, vase, ...others] = soldProducts({ ...counted, catalogue });
    expect(vase).toMatchObject({ id: 'vase', title: 'Vase', sold: [], launchAt: 7, isDated: true });
    expect(others).toEqual([]);
  });
});
