import { describe, expect, it } from 'vitest';
import { USUAL_DERIVATION } from '#core/import/derivation/derivation-settings.ts';
import { launchOfProduct } from '#core/import/derivation/launch-of-product.ts';
import type { SoldProduct } from '#core/import/derivation/sold-products.ts';
import { catalogueProduct } from '../../../support/catalogue-product.ts';
import { orderLines, type OrderLine } from '../../../support/order-lines.ts';

const words = { coupon: 'Code', priceCut: 'Cut' };

interface Given extends Partial<Omit<SoldProduct, 'sold' | 'back'>> {
  readonly horizonDays?: number;
  readonly end?: number;
}

/** Launched at noon of day 200 unless said otherwise. */
function launchOf(
  some: readonly Partial<OrderLine>[],
  { horizonDays = 28, end = 400, ...product }: Given = {},
) {
  const lines = orderLines(some.map((line) => ({ orderedAt: 200.5, ...line })));
  const all = [...lines.quantity.keys()];
  const given = { id: 'mug', title: 'Mug', listed: null, onHand: NaN };
  return launchOfProduct(
    {
      ...{ ...given, launchAt: 200.5, isDated: false, ...product },
      sold: all.filter((line) => lines.quantity[line]! > 0),
      back: all.filter((line) => lines.quantity[line]! < 0),
    },
    { lines, words, end, settings: { ...USUAL_DERIVATION, horizonDays } },
  );
}

describe('the weeks of a launch', () => {
  const sales = [
    { quantity: 2 },
    { quantity: 1, orderedAt: 207.49 },
    { quantity: 4, orderedAt: 207.5 },
    { quantity: -3, orderedAt: 208 },
    { quantity: 5, orderedAt: 284.49 },
    { quantity: 90, orderedAt: 284.5 },
  ];

  it('are counted from the moment of its first sale, before what came back', () => {
    expect(launchOf(sales).weeklyUnits).toEqual([3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5]);
  });

  it('are not known where the records end before they do', () => {
    const weeks = launchOf(sales.slice(0, 3), { end: 221.6 }).weeklyUnits;
    expect(weeks).toEqual([3, 4, 0, ...new Array<number>(9).fill(NaN)]);
    expect(launchOf(sales, { end: 221.5 }).weeklyUnits[2]).toBeNaN();
  });
});

describe('the outcome of a launch', () => {
  it('is what was sold within the horizon, to the moment', () => {
    const { units, orders, revenue } = launchOf([
      { quantity: 2, unitPrice: 4 },
      { quantity: 3, unitPrice: 5, orderedAt: 228.49 },
      { quantity: 70, orderedAt: 228.5 },
      { quantity: 70, orderedAt: 300 },
    ]);
    expect({ units, orders, revenue }).toEqual({ units: 5, orders: 2, revenue: 23 });
  });

  it('counts orders once, however many lines they have', () => {
    const lines = [{ orderId: '#1' }, { orderId: '#1' }, { orderId: '#2' }];
    expect(launchOf(lines).orders).toBe(2);
  });

  it('takes a line without the id of an order for one of its own', () => {
    expect(launchOf([{ orderId: '' }, { orderId: '' }, { orderId: '#1' }]).orders).toBe(3);
  });

  it('does not count what was sold before the day that a catalogue gives', () => {
    const lines = [{ orderedAt: 200.25 }, { orderedAt: 204 }];
    expect(launchOf(lines, { launchAt: 201, isDated: true }).units).toBe(1);
  });

  it('is revenue after discounts, to the cent and never below zero', () => {
    const lines = [
      { quantity: 3, unitPrice: 1.1, discount: 0.335 },
      { unitPrice: 5, discount: 7 },
    ];
    expect(launchOf(lines).revenue).toBe(2.97);
  });

  it('has prices of whole cents, though a line says what three pieces cost', () => {
    const lines = [{ quantity: 3, unitPrice: 161.68 / 3 }, { unitPrice: 53.891999999999996 }];
    const listed = catalogueProduct({ unitCost: 10 / 3 });
    expect(launchOf(lines, { listed })).toMatchObject({ listPrice: 53.89, unitCost: 3.33 });
    const cut = [{ quantity: 3, unitPrice: 20 / 3, listPrice: 10 }];
    expect(launchOf(cut)).toMatchObject({ listPrice: 10, salePrice: 6.67 });
  });

  it('knows no revenue where a price is not known', () => {
    const { units, revenue, listPrice } = launchOf([{ unitPrice: NaN }, { unitPrice: NaN }]);
    expect({ units, revenue, listPrice }).toEqual({ units: 2, revenue: NaN, listPrice: NaN });
  });

  it('is nothing sold of a product that nobody bought', () => {
    expect(launchOf([], { launchAt: 200, isDated: true })).toMatchObject({
      ...{ units: 0, orders: 0, revenue: 0, returns: 0, launchDay: 200 },
      ...{ listPrice: NaN, salePrice: NaN, promotion: '', channel: '' },
    });
  });
});

describe('what came back', () => {
  it('is what lines take back within the horizon', () => {
    const lines = [
      { quantity: 5 },
      { quantity: -2, orderedAt: 210 },
      { quantity: -1, orderedAt: 230 },
    ];
    expect(launchOf(lines).returns).toBe(2);
  });

  it('is what the money given back pays for, rounded', () => {
    expect(launchOf([{ quantity: 4, unitPrice: 10, refunded: 20 }]).returns).toBe(2);
    expect(launchOf([{ quantity: 4, unitPrice: 10, refunded: 2 }]).returns).toBe(0);
    expect(launchOf([{ quantity: 4, unitPrice: 10, discount: 20, refunded: 10 }]).returns).toBe(2);
  });

  it('is no more than the line, though postage was given back too', () => {
    expect(launchOf([{ quantity: 2, refunded: 25 }, { quantity: 3 }]).returns).toBe(2);
  });

  it('is what the state of its order says, where money does not', () => {
    expect(launchOf([{ quantity: 3, unitPrice: NaN, backShare: 1 }, {}]).returns).toBe(3);
    expect(launchOf([{ quantity: 4, unitPrice: NaN, backShare: 1 / 4 }]).returns).toBe(1);
    expect(launchOf([{ quantity: 2, refunded: 20, backShare: 1 }]).returns).toBe(2);
  });

  it('is no more than what was sold', () => {
    expect(launchOf([{ quantity: 2 }, { quantity: -5 }]).returns).toBe(2);
    expect(launchOf([{ quantity: 2, refunded: 20 }, { quantity: -1 }]).returns).toBe(2);
  });

  it('is added up before it is rounded', () => {
    const half = { unitPrice: 10, refunded: 5 };
    expect(launchOf([half, half, half, half]).returns).toBe(2);
  });

  it('is not taken off units, orders and revenue', () => {
    const { units, orders, revenue } = launchOf([{ quantity: 3, refunded: 30 }, { quantity: -3 }]);
    expect({ units, orders, revenue }).toEqual({ units: 3, orders: 1, revenue: 30 });
  });
});

describe('the price of a launch', () => {
  it('is the median over the lines of its first week', () => {
    const lines = [
      { unitPrice: 3 },
      { unitPrice: 4, orderedAt: 203 },
      { unitPrice: 8, orderedAt: 207.49 },
      { unitPrice: 1, orderedAt: 207.5 },
      { unitPrice: 1, orderedAt: 208 },
    ];
    expect(launchOf(lines)).toMatchObject({ listPrice: 4, salePrice: NaN, promotion: '' });
  });

  it('was cut where a price without promotion stands beside it', () => {
    const lines = [{ unitPrice: 8, listPrice: 10 }];
    const launch = { listPrice: 10, salePrice: 8, promotion: 'Cut 20%' };
    expect(launchOf(lines)).toMatchObject(launch);
  });

  it('was cut where the catalogue or the product’s own later price is higher', () => {
    const listed = catalogueProduct({ listPrice: 12.5 });
    expect(launchOf([{}], { listed })).toMatchObject({
      ...{ listPrice: 12.5, salePrice: 10, promotion: 'Cut 20%' },
    });
    const later = { orderedAt: 228.5, unitPrice: 20 };
    expect(launchOf([{}, later])).toMatchObject({
      ...{ listPrice: 20, salePrice: 10, promotion: 'Cut 50%' },
    });
  });

  it('was not cut where it fell later, or rose within the horizon', () => {
    expect(launchOf([{}, { orderedAt: 240, unitPrice: 6 }]).promotion).toBe('');
    expect(launchOf([{}, { orderedAt: 220, unitPrice: 20 }]).promotion).toBe('');
  });

  it('was cut by discounts on the line', () => {
    const lines = [{ quantity: 2, unitPrice: 10, discount: 5 }];
    expect(launchOf(lines)).toMatchObject({
      ...{ listPrice: 10, salePrice: 7.5, promotion: 'Cut 25%' },
    });
  });

  it('is that of a coupon where half of the first week’s pieces came with a code', () => {
    const coded = { coupon: 'HELLO', quantity: 2, discount: 2 };
    expect(launchOf([coded, { quantity: 2 }])).toMatchObject({
      ...{ promotion: 'Code', listPrice: 10, salePrice: 9.5 },
    });
    expect(launchOf([coded, { quantity: 2 }, { quantity: 1 }]).promotion).toBe('');
    expect(launchOf([{}, { ...coded, orderedAt: 208, quantity: 50 }]).promotion).toBe('');
  });

  it('has no other sale price where the code took nothing off', () => {
    const launch = { promotion: 'Code', listPrice: 10, salePrice: NaN };
    expect(launchOf([{ coupon: 'POST-FREE' }])).toMatchObject(launch);
  });

  it('is the catalogue’s where nothing was sold in the first week', () => {
    const listed = catalogueProduct({ listPrice: 12 });
    const launch = launchOf([{ orderedAt: 215 }], { listed, launchAt: 201, isDated: true });
    expect(launch).toMatchObject({ listPrice: 12, salePrice: NaN, promotion: '' });
  });
});

describe('the words of a launch', () => {
  const red = { category: 'Mugs', brand: 'Elm', channel: 'web' };
  const blue = { category: 'Cups', brand: 'Oak', channel: 'pos' };

  it('are what most pieces within the horizon were sold with', () => {
    const lines = [red, red, { ...blue, quantity: 3 }, { ...red, quantity: 9, orderedAt: 230 }];
    expect(launchOf(lines)).toMatchObject(blue);
  });

  it('are the first by name where as many pieces have others, whatever the order of the lines', () => {
    expect(launchOf([red, blue]).channel).toBe('pos');
    expect(launchOf([blue, red]).channel).toBe('pos');
  });

  it('pass over lines that say nothing', () => {
    expect(launchOf([{ quantity: 9 }, red])).toMatchObject(red);
    expect(launchOf([{}])).toMatchObject({ category: '', brand: '', channel: '' });
  });

  it('are the catalogue’s first, and the lines’ where it has none', () => {
    const listed = catalogueProduct({ title: 'Red mug', category: 'Kitchen', unitCost: 3 });
    expect(launchOf([red], { listed })).toMatchObject({
      ...{ title: 'Red mug', category: 'Kitchen', brand: 'Elm', channel: 'web', unitCost: 3 },
    });
    expect(launchOf([red])).toMatchObject({ title: 'Mug', unitCost: NaN });
  });
});

it('launches on the day of the shop’s clock, late at night too', () => {
  expect(launchOf([{ orderedAt: 200.999 }], { launchAt: 200.999 }).launchDay).toBe(200);
});

describe('the first stock of a launch', () => {
  const sold = [{ quantity: 2 }, { quantity: 3, orderedAt: 210 }];

  it('is what was sold, where nothing is left and nothing was sold later', () => {
    expect(launchOf(sold, { onHand: 0 }).firstStock).toBe(5);
    expect(launchOf(sold, { onHand: -1 }).firstStock).toBe(5);
  });

  it('is not known where some are left, nobody counts, or it was stocked again', () => {
    expect(launchOf(sold, { onHand: 1 }).firstStock).toBeNaN();
    expect(launchOf(sold).firstStock).toBeNaN();
    expect(launchOf([...sold, { orderedAt: 300 }], { onHand: 0 }).firstStock).toBeNaN();
    expect(launchOf([], { onHand: 0 }).firstStock).toBeNaN();
  });
});

describe('the title of a launch', () => {
  const shirt = catalogueProduct({ productId: 'shirt', title: 'Linen Shirt' });
  const variants = [{ sku: 'LS-R', name: 'Red', stock: NaN }];

  it('is the catalogue’s, and says which variant it is', () => {
    const listed = { ...shirt, variants };
    expect(launchOf([{}], { id: 'shirt', listed }).title).toBe('Linen Shirt');
    expect(launchOf([{}], { id: 'LS-R', listed }).title).toBe('Linen Shirt, Red');
  });

  it('is that of the orders where the catalogue has none', () => {
    expect(launchOf([{}], { listed: { ...shirt, title: '' } }).title).toBe('Mug');
  });
});
