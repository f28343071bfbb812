import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSalesLog } from '#core/import/baskets/read-sales-log.ts';
import { NO_BUYER, type SalesLog } from '#core/import/baskets/sales-log.ts';
import { USUAL_DERIVATION } from '#core/import/derivation/derivation-settings.ts';
import { catalogueProduct } from '../../../support/catalogue-product.ts';
import { orderLines, type OrderLine } from '../../../support/order-lines.ts';

type Lines = readonly Partial<OrderLine>[];

function logOf(lines: Lines, catalogue = [] as ReturnType<typeof catalogueProduct>[]) {
  const joined = { lines: orderLines(lines), catalogue, onHand: new Map<string, number>() };
  return readSalesLog(joined, USUAL_DERIVATION);
}

function titlesOf({ products, product }: SalesLog): string[] {
  return Array.from(product, (each) => products[each]!.title);
}

describe('the sales log', () => {
  it('has one line for each product of an order, orders by their first moment', () => {
    const log = logOf([
      { orderId: 'B', title: 'Mug', orderedAt: 3.5, quantity: 2 },
      { orderId: 'A', title: 'Tea', orderedAt: 1.5 },
      { orderId: 'A', title: 'Mug', orderedAt: 1.5, quantity: 1 },
      { orderId: 'B', title: 'Mug', orderedAt: 3.6, quantity: 5, unitPrice: 8 },
    ])!;
    expect([...log.order]).toEqual([0, 0, 1]);
    expect(titlesOf(log).toSorted()).toEqual(['Mug', 'Mug', 'Tea']);
    expect([...log.day]).toEqual([1, 1, 3]);
    expect([log.units.at(-1), log.revenue.at(-1)]).toEqual([7, 60]);
    expect([log.orderCount, log.firstDay, log.lastDay]).toEqual([2, 1, 3]);
  });

  it('takes lines without an order number as orders of their own', () => {
    const log = logOf([{ orderId: '' }, { orderId: '' }, { orderId: 'A' }])!;
    expect(log.orderCount).toBe(3);
  });

  it('leaves out what was returned or cancelled', () => {
    const log = logOf([
      { title: 'Mug' },
      { title: 'Mug', quantity: -1 },
      { title: 'Tea', isCancelled: true },
    ])!;
    expect(titlesOf(log)).toEqual(['Mug']);
    expect(logOf([{ isCancelled: true }])).toBeNull();
  });

  it('numbers buyers and knows none without a name', () => {
    const log = logOf([
      { buyer: 'x', orderedAt: 1 },
      { buyer: '', orderedAt: 2 },
      { buyer: 'y', orderedAt: 3 },
      { buyer: 'x', orderedAt: 4 },
    ])!;
    expect([...log.buyer]).toEqual([0, NO_BUYER, 1, 0]);
    expect(log.buyerCount).toBe(2);
  });

  it('knows the buyer of an order that only one of its lines names', () => {
    const log = logOf([
      { orderId: 'A', title: 'Mug', orderedAt: 1 },
      { orderId: 'A', title: 'Tea', orderedAt: 1, buyer: 'x' },
      { orderId: 'B', title: 'Mug', orderedAt: 2 },
    ])!;
    expect([...log.buyer]).toEqual([0, 0, NO_BUYER]);
    expect([log.buyerCount, log.orderCount]).toEqual([1, 2]);
  });

  it('takes an order number that several buyers have as several orders', () => {
    const log = logOf([
      { orderId: '1', title: 'Mug', orderedAt: 1, buyer: 'x' },
      { orderId: '1', title: 'Tea', orderedAt: 400, buyer: 'y' },
    ])!;
    expect([...log.order]).toEqual([0, 1]);
    expect([...log.buyer]).toEqual([0, 1]);
    expect([...log.day]).toEqual([1, 400]);
  });

  it('tells what share of the price was taken off, also against a price without promotion', () => {
    const log = logOf([
      { title: 'Plain', orderedAt: 1, unitPrice: 10 },
      { title: 'Coupon', orderedAt: 2, unitPrice: 10, discount: 2 },
      { title: 'Cut', orderedAt: 3, unitPrice: 5, listPrice: 10 },
      { title: 'Unknown', orderedAt: 4, unitPrice: NaN },
    ])!;
    expect([...log.discountShare].slice(0, 3)).toEqual([0, expect.closeTo(0.2), 0.5]);
    expect([log.discountShare[3], log.revenue[3]]).toEqual([NaN, NaN]);
  });

  it('has the channels that the files name, and none where they name none', () => {
    expect(logOf([{}])!.channels).toEqual([]);
    const log = logOf([
      { channel: 'web', orderedAt: 1 },
      { channel: 'shop', orderedAt: 2 },
    ])!;
    expect(Array.from(log.channel, (each) => log.channels[each])).toEqual(['web', 'shop']);
  });

  it('tells launches from what was on sale before', () => {
    const log = logOf([
      { title: 'Old', orderedAt: 0 },
      { title: 'New', orderedAt: 200 },
    ])!;
    expect(log.products.map(({ title, isLaunch }) => [title, isLaunch])).toEqual([
      ['Old', false],
      ['New', true],
    ]);
  });

  it('takes categories from the catalogue, and median prices from the lines', () => {
    const listed = catalogueProduct({ productId: 'M', title: 'Mug', category: 'Kitchen' });
    const log = logOf(
      [10, 12, 14].map((unitPrice, i) => ({ productId: 'M', unitPrice, orderedAt: i })),
      [listed],
    )!;
    expect(log.products).toMatchObject([{ productId: 'M', category: 'Kitchen', price: 12 }]);
  });

  it('loses no unit and no money, whatever the order of the lines', () => {
    const line = fc.record({
      orderId: fc.constantFrom('', 'A', 'B', 'C'),
      title: fc.constantFrom('Mug', 'Tea', 'Bag'),
      buyer: fc.constantFrom('', 'x', 'y'),
      orderedAt: fc.integer({ min: 0, max: 9 }),
      quantity: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
        const log = logOf(lines)!;
        const units = lines.reduce((all, { quantity }) => all + quantity, 0);
        expect(log.units.reduce((all, each) => all + each, 0)).toBe(units);
        expect(log.revenue.reduce((all, each) => all + each, 0)).toBeCloseTo(units * 10);
        const pairs = new Set(Array.from(log.order, (order, i) => `${order} ${log.product[i]}`));
        expect(pairs.size).toBe(log.order.length);
        for (let i = 1; i < log.order.length; i++) {
          expect(log.order[i]! - log.order[i - 1]!).toBeGreaterThanOrEqual(0);
          expect(log.day[i]! - log.day[i - 1]!).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
