import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

/** Order items; returned units are negative. */
const ITEMS: ExportFormat<'order-lines'> = {
  id: 'square-items',
  platform: 'Square',
  kind: 'order-lines',
  signatures: [
    ['Price Point Name', 'Modifiers Applied'],
    ['Item', 'Qty', 'Price Point Name'],
    ['Gross Sales', 'Event Type', 'Transaction ID'],
    ['Gross Sales', 'Modifiers Applied'],
  ],
  columns: {
    orderId: ['Transaction ID', 'Payment ID'],
    orderedAt: ['Date'],
    orderedTime: ['Time'],
    sku: ['SKU'],
    title: ['Item'],
    // Sizes, flavours and extras.
    variant: ['Price Point Name', 'Modifiers Applied'],
    category: ['Category'],
    quantity: ['Qty'],
    lineTotal: ['Gross Sales'],
    discount: ['Discounts'],
    channel: ['Channel', 'Location'],
    buyer: ['Customer ID', 'Customer Reference ID'],
  },
  needed: [['orderId'], ['orderedAt'], ['title', 'sku'], ['quantity']],
};

export const SQUARE_FORMATS: readonly AnyExportFormat[] = [ITEMS];
