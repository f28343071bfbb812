// Orders of no platform: lines with their dates, or lines and dates in a file each, which are joined by the order's number.

import type { AnyExportFormat, ExportFormat, FieldsByKind } from '../export-format.ts';
import { LINE_NAMES, NOT_SOLD } from './plain-line-names.ts';
import { written } from './written-names.ts';

/** The finest that a file may have to tell one product from another; a category alone does not name any. */
const PRODUCT = ['productId', 'sku', 'title'] as const;
const PRODUCT_OR_CATEGORY: readonly FieldsByKind['order-lines'][] = [...PRODUCT, 'category'];

const ORDER_LINES: ExportFormat<'order-lines'> = {
  id: 'plain-order-lines',
  platform: '',
  kind: 'order-lines',
  signatures: [],
  columns: LINE_NAMES,
  needed: [['orderId'], ['orderedAt'], PRODUCT, ['quantity']],
  knownBy: [['orderId'], ['orderedAt'], PRODUCT_OR_CATEGORY, ['quantity']],
  notSold: NOT_SOLD,
};

const { orderedAt, ...NAMES_WITHOUT_DAY } = LINE_NAMES;

/** Without a date: when it was ordered stands in a list of orders. */
const ORDER_DETAILS: ExportFormat<'order-lines'> = {
  id: 'plain-order-details',
  platform: '',
  kind: 'order-lines',
  signatures: [],
  unless: orderedAt,
  columns: NAMES_WITHOUT_DAY,
  needed: [['orderId'], PRODUCT, ['quantity']],
  knownBy: [['orderId'], PRODUCT_OR_CATEGORY, ['quantity']],
  notSold: NOT_SOLD,
};

/** Without any product: what was ordered stands in a list of their lines. */
const ORDERS: ExportFormat<'orders'> = {
  id: 'plain-orders',
  platform: '',
  kind: 'orders',
  signatures: [],
  unless: [
    ...[LINE_NAMES.productId, LINE_NAMES.sku, LINE_NAMES.title],
    ...[LINE_NAMES.category, LINE_NAMES.quantity],
  ].flat(),
  columns: {
    orderId: LINE_NAMES.orderId,
    orderedAt,
    status: LINE_NAMES.status,
    cancelledAt: LINE_NAMES.cancelledAt,
    orderTotal: [
      ...written('order total', 'total', 'total amount', 'order amount', 'total price'),
      ...['gesamtbetrag', 'gesamtsumme', 'bestellwert', '订单金额', '总金额', '实付金额'],
    ],
    orderDiscount: LINE_NAMES.discount,
    coupon: LINE_NAMES.coupon,
    channel: LINE_NAMES.channel,
  },
  needed: [['orderId'], ['orderedAt']],
  notSold: NOT_SOLD,
};

export const PLAIN_ORDER_FORMATS: readonly AnyExportFormat[] = [ORDER_LINES, ORDER_DETAILS, ORDERS];
