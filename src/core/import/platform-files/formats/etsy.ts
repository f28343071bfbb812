import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

const platform = 'Etsy';
const NOT_SOLD: readonly string[] = ['canceled', 'cancelled', 'refunded'];

const ITEMS: ExportFormat<'order-lines'> = {
  id: 'etsy-order-items',
  platform,
  kind: 'order-lines',
  signatures: [
    ['Item Name', 'Listing ID'],
    ['Sale Date', 'Item Name', 'Transaction ID'],
    ['Transaction ID', 'Listings Type'],
  ],
  columns: {
    orderId: ['Order ID'],
    orderedAt: ['Sale Date'],
    productId: ['Listing ID'],
    sku: ['SKU'],
    title: ['Item Name'],
    variant: ['Variations'],
    quantity: ['Quantity'],
    unitPrice: ['Price'],
    lineTotal: ['Item Total'],
    discount: ['Discount Amount'],
    coupon: ['Coupon Code'],
    channel: ['Order Type'],
    buyer: ['Buyer'],
  },
  needed: [['orderId'], ['orderedAt'], ['productId', 'title', 'sku'], ['quantity']],
  dateOrder: 'month-first',
};

const ORDERS: ExportFormat<'orders'> = {
  id: 'etsy-orders',
  platform,
  kind: 'orders',
  signatures: [
    ['Sale Date', 'Order Value', 'Order Net'],
    ['Order ID', 'Order Value', 'Order Net'],
    ['Number of Items', 'Order Value'],
    ['Order ID', 'Adjusted Order Total'],
  ],
  columns: {
    orderId: ['Order ID'],
    orderedAt: ['Sale Date'],
    status: ['Status'],
    quantity: ['Number of Items'],
    // "Order Total" also includes postage and tax.
    orderTotal: ['Order Value', 'Order Total'],
    orderDiscount: ['Discount Amount'],
    coupon: ['Coupon Code'],
    channel: ['Order Type'],
    buyer: ['Buyer User ID', 'Buyer'],
  },
  needed: [['orderId'], ['orderedAt']],
  dateOrder: 'month-first',
  notSold: NOT_SOLD,
};

const LISTINGS: ExportFormat<'catalogue'> = {
  id: 'etsy-listings',
  platform,
  kind: 'catalogue',
  signatures: [
    ['TITLE', 'CURRENCY_CODE', 'MATERIALS'],
    ['CURRENCY_CODE', 'IMAGE1'],
    ['VARIATION 1 TYPE', 'VARIATION 1 NAME'],
  ],
  columns: {
    sku: ['SKU'],
    title: ['TITLE'],
    description: ['DESCRIPTION'],
    listPrice: ['PRICE'],
    stock: ['QUANTITY'],
  },
  needed: [['title']],
};

export const ETSY_FORMATS: readonly AnyExportFormat[] = [ITEMS, ORDERS, LISTINGS];
