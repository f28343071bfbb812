// Formats of publicly available tables, as published by their authors.

import type { AnyExportFormat, ExportFormat } from '#core/import/platform-files/export-format.ts';

const ONLINE_RETAIL: ExportFormat<'order-lines'> = {
  id: 'online-retail',
  platform: 'Online Retail (UCI)',
  kind: 'order-lines',
  signatures: [
    ['InvoiceNo', 'StockCode'],
    ['Invoice', 'StockCode'],
    ['StockCode', 'InvoiceDate'],
    ['InvoiceNo', 'InvoiceDate', 'UnitPrice'],
    ['Invoice', 'InvoiceDate', 'Price'],
  ],
  columns: {
    orderId: ['InvoiceNo', 'Invoice'],
    orderedAt: ['InvoiceDate'],
    productId: ['StockCode'],
    title: ['Description'],
    quantity: ['Quantity'],
    unitPrice: ['UnitPrice', 'Price'],
    buyer: ['CustomerID', 'Customer ID'],
  },
  needed: [['orderId'], ['orderedAt'], ['productId', 'title'], ['quantity']],
  cancelPrefix: 'C',
};

const COMPLETE_JOURNEY_LINES: ExportFormat<'order-lines'> = {
  id: 'complete-journey-transactions',
  platform: 'Complete Journey (dunnhumby)',
  kind: 'order-lines',
  signatures: [
    ['basket_id', 'sales_value'],
    ['household_id', 'basket_id'],
    ['basket_id', 'retail_disc'],
    ['sales_value', 'retail_disc'],
  ],
  columns: {
    orderId: ['basket_id'],
    orderedAt: ['transaction_timestamp'],
    productId: ['product_id'],
    quantity: ['quantity'],
    paidTotal: ['sales_value'],
    // The manufacturer's coupon is reimbursed to the shop, so the sales value includes it.
    discount: ['retail_disc', 'coupon_match_disc'],
    buyer: ['household_id'],
  },
  needed: [['orderId'], ['orderedAt'], ['productId'], ['quantity']],
};

/** Products without names, so their type serves as the title. */
const COMPLETE_JOURNEY_PRODUCTS: ExportFormat<'catalogue'> = {
  id: 'complete-journey-products',
  platform: 'Complete Journey (dunnhumby)',
  kind: 'catalogue',
  signatures: [
    ['manufacturer_id', 'product_category', 'product_type'],
    ['product_id', 'manufacturer_id', 'department'],
  ],
  columns: {
    productId: ['product_id'],
    title: ['product_type'],
    variant: ['package_size'],
    category: ['product_category', 'department'],
    brand: ['brand'],
  },
  needed: [['productId'], ['title', 'category']],
};

export const OPEN_DATA_FORMATS: readonly AnyExportFormat[] = [
  ONLINE_RETAIL,
  COMPLETE_JOURNEY_LINES,
  COMPLETE_JOURNEY_PRODUCTS,
];
