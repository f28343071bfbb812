import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

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
    productId: ['Product ID'],
    sku: ['Product Code/SKU'],
    title: ['Product Name'],
    description: ['Product Description'],
    category: ['Category'],
    brand: ['Brand Name'],
    listPrice: ['Retail Price'],
    salePrice: ['Price'],
    unitCost: ['Cost Price'],
    stock: ['Stock Level'],
    stockTracker: ['Track Inventory'],
  },
  needed: [['productId', 'sku'], ['title']],
};

export const BIGCOMMERCE_FORMATS: readonly AnyExportFormat[] = [PRODUCTS];
