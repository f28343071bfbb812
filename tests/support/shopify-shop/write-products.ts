// Writes products as Shopify exports them: a row for each variant and each further picture. Cells of the whole product
// are on its first row only.

import Papa from 'papaparse';
import { BRITISH_TRADE } from '../demo-shop/british-trade.ts';
import { roundToPence } from '../demo-shop/trade.ts';
import { promotionNamed } from '../demo-shop/truth.ts';
import { isLaunching } from './demand.ts';
import { LAST_DAY, type ShopifyProduct } from './goods.ts';
import { PRODUCT_HEADERS, type ProductHeader } from './headers.ts';

type Row = Partial<Record<ProductHeader, string | number>>;

export function productsCsv(goods: readonly ShopifyProduct[]): string {
  const rows = [...goods.flatMap(rowsOf), ...GIFT_CARD];
  const data = rows.map((row) => PRODUCT_HEADERS.map((header) => row[header] ?? ''));
  return `${Papa.unparse({ fields: [...PRODUCT_HEADERS], data }, { newline: '\n' })}\n`;
}

/** Rows of the gift card, which the shop sells and which is not a product. */
const GIFT_CARD: readonly Row[] = ['25.00', '50.00'].map((price, i) => ({
  'URL handle': 'gift-card',
  ...(i === 0 ? { Title: 'Gift Card', Type: 'Gift Cards', Status: 'Active' } : {}),
  ...(i === 0 ? { 'Published on online store': 'TRUE', 'Option1 name': 'Denominations' } : {}),
  'Option1 value': `$${price}`,
  Price: price,
  'Requires shipping': 'FALSE',
  'Gift card': 'TRUE',
}));

function rowsOf(goods: ShopifyProduct): Row[] {
  const { handle, variants, title } = goods;
  const picture = (place: number): Row => ({
    'Product image URL': `https://cdn.example.com/${handle}-${place}.jpg`,
    'Image position': place,
    'Image alt text': title,
  });
  const ofVariants = variants.map((_, i) => ({
    'URL handle': handle,
    ...(i === 0 ? { ...productCells(goods), ...picture(1) } : {}),
    ...variantCells(goods, i),
  }));
  const hasMorePictures = handle.length % 4 === 0;
  return hasMorePictures ? [...ofVariants, { 'URL handle': handle, ...picture(2) }] : ofVariants;
}

function productCells(goods: ShopifyProduct): Row {
  const { title, brand, category, product, optionNames } = goods;
  const material = BRITISH_TRADE.materials[product.material]!.name;
  const [first = 'Title', second = ''] = optionNames;
  return {
    Title: title,
    Description: `<p>Made of <strong>${material.toLowerCase()}</strong>, by ${brand.replace('&', '&amp;')}.</p>\n<ul><li>${category.replace('&', '&amp;')}</li></ul>`,
    Vendor: brand,
    Type: category,
    Tags: [material, product.theme].join(', '),
    'Published on online store': 'TRUE',
    Status: 'Active',
    'Option1 name': first,
    'Option2 name': second,
    'Gift card': 'FALSE',
    'SEO title': title,
  };
}

function variantCells(goods: ShopifyProduct, place: number): Row {
  const { fullPrice, unitCost, variants, action } = goods;
  const { sku, options } = variants[place]!;
  const { discount, name } = promotionNamed(BRITISH_TRADE, action.promotion);
  const isCut = isLaunching(goods, LAST_DAY) && name.endsWith('off');
  const [first = 'Default Title', second = ''] = options;
  return {
    SKU: sku,
    'Option1 value': first,
    'Option2 value': second,
    Price: (isCut ? roundToPence(fullPrice * (1 - discount)) : fullPrice).toFixed(2),
    'Compare-at price': isCut ? fullPrice.toFixed(2) : '',
    'Cost per item': unitCost.toFixed(2),
    'Charge tax': 'TRUE',
    'Inventory tracker': 'shopify',
    'Inventory quantity': 5 + ((goods.handle.length * 7 + place * 11) % 60),
    'Continue selling when out of stock': 'DENY',
    'Weight value (grams)': 200 + 50 * place,
    'Weight unit for display': 'lb',
    'Requires shipping': 'TRUE',
    'Fulfillment service': 'manual',
  };
}
