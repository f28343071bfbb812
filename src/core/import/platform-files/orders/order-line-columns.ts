/** Columns of order lines, by how they are stored. */
export const LINE_TEXTS = [
  'orderId',
  'productId',
  'sku',
  'title',
  'variant',
  'category',
  'brand',
  'channel',
  'coupon',
  'buyer',
] as const;

export const LINE_NUMBERS = [
  'orderedAt',
  'quantity',
  'unitPrice',
  'listPrice',
  'discount',
  'refunded',
  'backShare',
  'pending',
] as const;
