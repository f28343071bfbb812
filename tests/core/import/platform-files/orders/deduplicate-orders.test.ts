import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '#core/import/platform-files/formats.ts';
import {
  deduplicateOrders,
  type LineFile,
} from '#core/import/platform-files/orders/deduplicate-orders.ts';
import { allLines, orderLines, type OrderLine } from '../../../../support/order-lines.ts';

function file(id: string, ...lines: Partial<OrderLine>[]): LineFile {
  const format = EXPORT_FORMATS.find((each) => each.id === id)!;
  return { name: `${id}.csv`, format, lines: orderLines(lines) };
}

const ORDERS = file('amazon-orders', { orderId: '1', productId: 'B01' }, { orderId: '2' });
const PAYMENTS = file(
  'amazon-transactions',
  { orderId: '1', sku: 'MUG' },
  { orderId: '1', sku: 'MUG', quantity: -1 },
  { orderId: '3', sku: 'MUG' },
  { orderId: '', sku: 'MUG' },
);

function told(files: readonly LineFile[]) {
  return files.map(({ lines }) => allLines(lines).map(({ orderId, quantity: n }) => [orderId, n]));
}

describe('deduplicateOrders', () => {
  it('takes an order from the first kind of export only, and what came back from the second too', () => {
    const { files, repeated } = deduplicateOrders([PAYMENTS, ORDERS]);
    expect(files.map(({ format }) => format.id)).toEqual(['amazon-orders', 'amazon-transactions']);
    expect(told(files)).toEqual([
      [
        ['1', 1],
        ['2', 1],
      ],
      [
        ['1', -1],
        ['3', 1],
        ['', 1],
      ],
    ]);
    expect(repeated).toBe(1);
  });

  it('leaves files of one kind, and of several platforms, as they are', () => {
    const others = [ORDERS, file('shopify-orders', { orderId: '#1' }, { orderId: '2' }), ORDERS];
    const { files, repeated } = deduplicateOrders(others);
    expect(files.flatMap(({ lines }) => allLines(lines))).toHaveLength(6);
    expect(repeated).toBe(0);
  });

  it('takes from the second what was given back for an order, unless the first says it itself', () => {
    const orders = file(
      'ebay-orders',
      { orderId: '1', productId: 'A', unitPrice: 30 },
      { orderId: '1', productId: 'B', unitPrice: 10 },
      { orderId: '2', unitPrice: 9, refunded: 3 },
    );
    const payments = file(
      'ebay-transactions',
      { orderId: '1', unitPrice: 40, refunded: 20 },
      { orderId: '2', unitPrice: 9, refunded: 9 },
      { orderId: '3', unitPrice: 7, refunded: 7 },
    );
    const { files, repeated } = deduplicateOrders([payments, orders]);
    const back = files.map(({ lines }) => [...lines.refunded]);
    expect(back).toEqual([[15, 5, 3], [7]]);
    expect(repeated).toBe(2);
  });
});
