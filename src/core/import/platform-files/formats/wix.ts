import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

/** One row per product, followed by one per variant with its options and surcharge. */
const PRODUCTS: ExportFormat<'catalogue'> = {
  id: 'wix-products',
  platform: 'Wix',
  kind: 'catalogue',
  signatures: [
    ['handleId', 'fieldType'],
    ['handleId', 'surcharge'],
    ['fieldType', 'surcharge', 'productOptionName1'],
    ['handleId', 'productOptionName1'],
  ],
  columns: {
    rowKind: ['fieldType'],
    productId: ['handleId'],
    sku: ['sku'],
    title: ['name'],
    variant: ['productOptionDescription*'],
    description: ['description'],
    category: ['collection'],
    brand: ['brand'],
    listPrice: ['price'],
    surcharge: ['surcharge'],
    unitCost: ['cost'],
    stock: ['inventory'],
  },
  needed: [['productId'], ['title']],
  rowKinds: { variants: ['Variant'] },
};

export const WIX_FORMATS: readonly AnyExportFormat[] = [PRODUCTS];
