import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

const ORDERS: ExportFormat<'order-lines'> = {
  id: 'shopify-orders',
  platform: 'Shopify',
  kind: 'order-lines',
  signatures: [
    ['Lineitem name'],
    ['Lineitem quantity'],
    ['Lineitem price'],
    ['Lineitem sku'],
    ['Name', 'Financial Status', 'Fulfillment Status'],
  ],
  columns: {
    orderId: ['Name'],
    orderedAt: ['Created at', 'Paid at'],
    status: ['Financial Status'],
    cancelledAt: ['Cancelled at'],
    sku: ['Lineitem sku'],
    title: ['Lineitem name'],
    brand: ['Vendor'],
    quantity: ['Lineitem quantity'],
    unitPrice: ['Lineitem price'],
    listPrice: ['Lineitem compare at price'],
    discount: ['Lineitem discount'],
    orderDiscount: ['Discount Amount'],
    coupon: ['Discount Code'],
    channel: ['Source'],
    buyer: ['Email', 'Customer ID'],
    refunded: ['Refunded Amount'],
  },
  needed: [['orderId'], ['orderedAt'], ['title', 'sku'], ['quantity']],
  orderOnFirstLine: true,
  // Partly paid, authorised and refunded orders are sales: refunds show what was returned.
  notSold: ['voided', 'expired', 'unpaid'],
  pending: ['pending'],
  paidBack: { all: ['refunded'], some: ['partially_refunded', 'partially refunded'] },
};

/** Both layouts: with "Handle" until 2024, with "URL handle" since then. */
const PRODUCTS: ExportFormat<'catalogue'> = {
  id: 'shopify-products',
  platform: 'Shopify',
  kind: 'catalogue',
  signatures: [
    ['Handle', 'Body (HTML)'],
    ['Handle', 'Variant Price'],
    ['Handle', 'Variant SKU'],
    ['Variant SKU', 'Variant Price'],
    ['URL handle', 'Title'],
    ['URL handle', 'SKU'],
    ['Published on online store', 'Continue selling when out of stock'],
  ],
  columns: {
    productId: ['Handle', 'URL handle'],
    sku: ['Variant SKU', 'SKU'],
    title: ['Title'],
    variant: ['Option1 Value', 'Option2 Value', 'Option3 Value'],
    description: ['Body (HTML)', 'Description'],
    category: ['Type', 'Product Category', 'Standard Product Type', 'Custom Product Type'],
    brand: ['Vendor'],
    listPrice: ['Variant Compare At Price', 'Compare-at price'],
    salePrice: ['Variant Price', 'Price'],
    unitCost: ['Cost per item'],
    stock: ['Variant Inventory Qty', 'Inventory quantity'],
    stockTracker: ['Inventory tracker', 'Variant Inventory Tracker'],
  },
  needed: [['productId'], ['title']],
};

const INVENTORY: ExportFormat<'stock'> = {
  id: 'shopify-inventory',
  platform: 'Shopify',
  kind: 'stock',
  signatures: [
    ['Committed (not editable)', 'Available (not editable)'],
    ['On hand (current)', 'On hand (new)'],
    ['Handle', 'Available (not editable)'],
    ['Handle', 'Committed (not editable)'],
    ['Handle', 'On hand (current)'],
    ['Handle', 'Committed', 'Available'],
  ],
  columns: {
    productId: ['Handle'],
    sku: ['SKU'],
    title: ['Title'],
    // Units on hand but committed cannot be sold any more.
    onHand: ['Available (not editable)', 'Available', 'On hand (current)', 'On hand'],
  },
  needed: [['productId', 'sku'], ['onHand']],
};

export const SHOPIFY_FORMATS: readonly AnyExportFormat[] = [ORDERS, PRODUCTS, INVENTORY];
