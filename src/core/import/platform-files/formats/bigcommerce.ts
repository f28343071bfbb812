import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

/** One row per product, followed by one per variant, named by its options, and rows of rules, which are neither. */
const PRODUCTS: ExportFormat<'catalogue'> = {
  id: 'bigcommerce-products',
  platform: 'BigCommerce',
  kind: 'catalogue',
  signatures: [
    ['Item Type', 'Product Code/SKU'],
    ['Product Code/SKU', 'Retail Price'],
    ['Product Code/SKU', 'Product Name'],
    ['Option Set', 'Option Set Align'],
  ],
  columns: {
    rowKind: ['Item Type'],
    productId: ['Product ID'],
    sku: ['Product Code/SKU'],
    title: ['Product Name'],
    description: ['Product Description'],
    category: ['Category'],
    brand: ['Brand Name'],
    listPrice: ['Retail Price'],
    salePrice: ['Price'],
    unitCost: ['Cost Price'],
    stock: ['Stock Level', 'Current Stock Level'],
    stockTracker: ['Track Inventory'],
  },
  needed: [['productId', 'sku'], ['title']],
  rowKinds: { lines: ['', 'Product', 'SKU'], variants: ['SKU'] },
  variantsBelow: true,
};

export const BIGCOMMERCE_FORMATS: readonly AnyExportFormat[] = [PRODUCTS];
