// Tables of no platform, recognised by sellers' usual column names. A table of launches must not be taken for one: it
// has no order numbers, and a catalogue has no outcomes.

import type { AnyExportFormat, ExportFormat } from '#core/import/platform-files/export-format.ts';
import { PLAIN_ORDER_FORMATS } from './plain-orders.ts';
import { written } from './written-names.ts';

export const PLAIN_CATALOGUE: ExportFormat<'catalogue'> = {
  id: 'plain-catalogue',
  platform: '',
  kind: 'catalogue',
  signatures: [],
  unless: [
    ...['*units*', '*orders*', '*sold*', '*sales*', '*revenue*', '*quantity*', '*qty*'],
    ...['*impressions*', '*clicks*', '*launch*', '*ad spend*', '*ad_spend*'],
    ...['*umsatz*', '*absatz*', '*verkauft*', '*menge*', '*bestellte*', '*verkaufsstart*'],
    ...['*销量*', '*销售*', '*数量*', '*件数*', '*订单*', '*曝光*', '*点击*', '*上新*'],
    // Reviews list the same products and days.
    ...['*reviewer*', '*verified*', 'body', 'comment', 'comments', 'review'],
    ...written('*review id*', '*review text*', '*review content*', '*review date*'),
    ...['*评论编号*', '*评论内容*', '*评价内容*', '*评价时间*', '*评论时间*'],
  ],
  columns: {
    productId: [
      ...written('product id', 'item id', 'handle', 'product code', 'stock code'),
      ...['artikelnummer', 'artikelnr.', 'produkt-id', '商品id', '商品编号', '商品编码'],
    ],
    sku: [...written('sku', 'variant sku', 'item sku'), '商家编码', '货号'],
    parent: written('parent id', 'parent sku', 'parent'),
    title: [
      ...written('product name', 'item name', 'product title', 'title', 'name'),
      ...['artikelbezeichnung', 'produktname', 'artikelname', 'bezeichnung'],
      ...['商品名称', '商品标题', '产品名称', '宝贝标题', '标题'],
    ],
    variant: [...written('variant', 'variation', 'option'), 'variante', '规格'],
    description: [...written('description', 'product description'), 'beschreibung', '描述'],
    category: [
      ...written('category', 'product category', 'product type', 'type'),
      ...['kategorie', 'warengruppe', '类目', '品类', '分类'],
    ],
    brand: ['brand', 'vendor', 'marke', 'hersteller', '品牌'],
    listPrice: [
      ...written('list price', 'price', 'regular price', 'compare at price', 'msrp'),
      ...['listenpreis', 'preis', 'uvp', '标价', '价格', '原价'],
    ],
    salePrice: [...written('sale price', 'special price'), 'angebotspreis', '售价', '促销价'],
    unitCost: [
      ...written('unit cost', 'cost', 'cost price', 'cost per item'),
      ...['einkaufspreis', 'ek', '成本', '成本价', '进价'],
    ],
    listedAt: [
      ...written('created at', 'created', 'date created', 'creation date', 'created on'),
      ...written('date added', 'added at', 'added on', 'published at', 'listed at'),
      ...['erstellt am', 'angelegt am', 'anlagedatum', 'erstelldatum', '创建时间', '创建日期'],
    ],
    stock: [
      ...written('stock', 'inventory', 'stock on hand', 'in stock'),
      ...['bestand', 'lagerbestand', '库存'],
    ],
  },
  needed: [['productId', 'sku'], ['title'], ['listedAt']],
};

export const PLAIN_FORMATS: readonly AnyExportFormat[] = [...PLAIN_ORDER_FORMATS, PLAIN_CATALOGUE];
