// Orders of no platform: lines with dates, or lines and dates in separate files, joined by order number.

import type {
  AnyExportFormat,
  ExportFormat,
  FieldsByKind,
} from '#core/import/platform-files/export-format.ts';
import { LINE_NAMES, STATES } from './plain-line-names.ts';
import { written } from './written-names.ts';

/** Fields that can identify a product, finest first. A category alone does not identify one. */
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
  ...STATES,
};

const { orderedAt, ...NAMES_WITHOUT_DAY } = LINE_NAMES;

/** Lines without a date: the order date is in a separate list of orders. */
const ORDER_DETAILS: ExportFormat<'order-lines'> = {
  id: 'plain-order-details',
  platform: '',
  kind: 'order-lines',
  signatures: [],
  unless: orderedAt,
  columns: NAMES_WITHOUT_DAY,
  needed: [['orderId'], PRODUCT, ['quantity']],
  knownBy: [['orderId'], PRODUCT_OR_CATEGORY, ['quantity']],
  ...STATES,
};

/** Orders without products: what was ordered is in a separate list of lines. */
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
    buyer: LINE_NAMES.buyer,
  },
  needed: [['orderId'], ['orderedAt']],
  // What came back of which line is not known.
  notSold: [...STATES.notSold, ...STATES.paidBack.all],
  pending: STATES.pending,
};

export const PLAIN_ORDER_FORMATS: readonly AnyExportFormat[] = [ORDER_LINES, ORDER_DETAILS, ORDERS];
