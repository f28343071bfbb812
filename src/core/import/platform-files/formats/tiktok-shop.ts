import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

/**
 * Headers are English in every country, states are not. Numbers end with a tab, and each line repeats the order's
 * amount.
 */
const ORDERS: ExportFormat<'order-lines'> = {
  id: 'tiktok-shop-orders',
  platform: 'TikTok Shop',
  kind: 'order-lines',
  signatures: [
    ['SKU Subtotal After Discount'],
    ['SKU Unit Original Price'],
    ['Order Substatus', 'Cancelation/Return Type'],
    ['Normal or Pre-order', 'Seller SKU'],
  ],
  columns: {
    orderId: ['Order ID'],
    orderedAt: ['Created Time', 'Paid Time'],
    status: ['Order Status', 'Order Substatus', 'Cancelation/Return Type'],
    cancelledAt: ['Cancelled Time'],
    sku: ['Seller SKU', 'SKU ID'],
    title: ['Product Name'],
    variant: ['Variation'],
    category: ['Product Category'],
    quantity: ['Quantity'],
    returned: ['Sku Quantity of return'],
    unitPrice: ['SKU Unit Original Price'],
    // The discount is the difference to the full price, whoever pays for it.
    paidTotal: ['SKU Subtotal After Discount'],
  },
  needed: [['orderId'], ['orderedAt'], ['title', 'sku'], ['quantity']],
  productByTitle: true,
  // An order that is not yet shipped may still be cancelled.
  notSold: [
    ...['cancel', 'unpaid', 'to ship', 'awaiting', 'on hold'],
    ...['ยกเลิก', 'ที่จะจัดส่ง', 'dibatalkan', 'belum dibayar', 'perlu dikirim', 'đã hủy', 'đã huỷ'],
  ],
};

export const TIKTOK_SHOP_FORMATS: readonly AnyExportFormat[] = [ORDERS];
