import { describe, expect, it } from 'vitest';
import { commonObjective, economicsOf } from '#core/launch/economics.ts';
import type { NewProduct } from '#core/launch/new-product.ts';

const product: NewProduct = {
  id: 'n1',
  title: 'Red mug',
  category: 'Kitchen',
  brand: '',
  listPrice: 10,
  unitCost: 4,
  attributes: {},
};

describe('economics', () => {
  const usual = { listPrices: { '': 20, Kitchen: 12 }, costShares: { '': 0.5, Kitchen: 0.25 } };

  it('takes usual figures of the category where the product names none, and says so', () => {
    const bare = { ...product, listPrice: null, unitCost: null };
    expect(economicsOf(bare, usual)).toEqual({
      listPrice: 12,
      unitCost: 3,
      assumed: ['list-price', 'unit-cost'],
    });
    expect(economicsOf({ ...bare, category: 'New' }, usual).listPrice).toBe(20);
    expect(economicsOf(product, usual).assumed).toEqual([]);
  });

  it('falls from profit to revenue to units as figures are missing', () => {
    const whole = economicsOf(product, usual);
    const noCost = { ...whole, unitCost: NaN };
    const noPrice = { ...noCost, listPrice: NaN };
    expect(commonObjective([whole])).toBe('profit');
    expect(commonObjective([whole, noCost])).toBe('revenue');
    expect(commonObjective([whole, noCost, noPrice])).toBe('units');
  });
});
