// Tables of no platform, by the names that sellers give their columns. A table of launches must not pass for one: it has no
// orders' numbers, and a catalogue has no outcomes.

import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

const ORDER_LINES: ExportFormat<'order-lines'> = {
  id: 'plain-order-lines',
  platform: '',
  kind: 'order-lines',
  signatures: [],
  columns: {
    orderId: [
      ...written('order id', 'order number', 'order no', 'order no.', 'order #', 'order ref'),
      ...written('invoice no', 'invoice number', 'invoice id', 'invoice', 'receipt number'),
      ...written('transaction id', 'basket id'),
      ...[
        'bestellnummer',
        'bestellnr',
        'bestell-nr.',
        'bestellnr.',
        'auftragsnummer',
        'bestell-id',
      ],
      ...['auftragsnr.', 'rechnungsnummer', 'rechnungsnr.', 'belegnummer'],
      ...['订单号', '订单编号', '订单id', '订单 id', '主订单编号', '单号', '交易号', '流水号'],
      ...['注文番号', '注文id', '受注番号'],
    ],
    orderedAt: [
      ...written('order date', 'ordered at', 'date ordered', 'purchase date', 'created at'),
      ...written('invoice date', 'sale date', 'sold at', 'transaction date', 'paid at'),
      ...written('order time', 'date', 'datetime', 'timestamp'),
      ...['bestelldatum', 'bestellt am', 'auftragsdatum', 'rechnungsdatum', 'kaufdatum'],
      ...['verkaufsdatum', 'datum', 'belegdatum'],
      ...['下单时间', '下单日期', '订单时间', '订单日期', '订单创建时间', '付款时间', '支付时间'],
      ...['成交时间', '销售日期', '交易时间', '创建时间', '日期'],
      ...['注文日', '注文日時', '受注日'],
    ],
    status: [
      ...written('order status', 'status', 'financial status', 'payment status'),
      ...['bestellstatus', '订单状态', '状态', '交易状态', '注文ステータス'],
    ],
    cancelledAt: written('cancelled at', 'canceled at', 'cancellation date'),
    productId: [
      ...written('product id', 'item id', 'stock code', 'product code', 'item code', 'item number'),
      ...['asin', 'artikelnummer', 'artikelnr.', 'artikel-nr.', 'produktnummer', 'produkt-id'],
      ...['商品id', '商品编号', '商品编码', '产品编号', '宝贝id', '商品番号', '商品コード'],
    ],
    sku: [
      ...written('sku', 'sku id', 'variant sku', 'item sku', 'product sku', 'seller sku'),
      ...['商家编码', 'sku编码', '货号', '规格编码'],
    ],
    title: [
      ...written('product name', 'item name', 'product title', 'item title', 'title', 'product'),
      ...written('item', 'description', 'item description', 'product description'),
      ...['artikelbezeichnung', 'produktname', 'artikelname', 'bezeichnung', 'artikel', 'produkt'],
      ...['商品名称', '商品标题', '宝贝标题', '产品名称', '品名', '标题', '商品', '商品名'],
    ],
    variant: [
      ...written('variant', 'variation', 'variant title', 'option'),
      ...['variante', '规格', '商品规格', '商品属性'],
    ],
    category: [
      ...written('category', 'product category', 'product type'),
      ...['kategorie', 'warengruppe', '类目', '品类', '分类', 'カテゴリ'],
    ],
    brand: ['brand', 'vendor', 'marke', 'hersteller', '品牌', 'ブランド'],
    quantity: [
      ...written('quantity', 'qty', 'order quantity', 'item quantity', 'quantity ordered'),
      ...written('units', 'pieces'),
      ...['menge', 'anzahl', 'stückzahl', 'stück', 'bestellmenge'],
      ...['数量', '购买数量', '商品数量', '件数', '订购数量', '销售数量', '注文数', '個数'],
    ],
    unitPrice: [
      ...written('unit price', 'price', 'item price', 'price per unit', 'selling price'),
      ...['einzelpreis', 'stückpreis', 'preis', 'verkaufspreis', '单价', '价格', '售价', '単価'],
    ],
    lineTotal: [
      ...written('line total', 'item total', 'amount', 'subtotal', 'sales', 'revenue'),
      ...['gesamtpreis', 'betrag', 'umsatz', 'positionssumme', '金额', '小计', '商品金额', '小計'],
    ],
    listPrice: [
      ...written('list price', 'compare at price', 'original price', 'msrp'),
      ...['listenpreis', 'uvp', '原价', '标价'],
    ],
    discount: [
      ...written('discount', 'discount amount', 'item discount', 'line discount'),
      ...['rabatt', 'rabattbetrag', '优惠金额', '折扣金额'],
    ],
    coupon: [
      ...written('coupon', 'coupon code', 'discount code', 'voucher', 'promo code'),
      ...['gutschein', 'gutscheincode', '优惠券', 'クーポン'],
    ],
    channel: [
      ...written('channel', 'sales channel', 'source', 'marketplace', 'platform'),
      ...['kanal', 'vertriebskanal', 'verkaufskanal', 'marktplatz', '渠道', '销售渠道', '平台'],
    ],
  },
  needed: [['orderId'], ['orderedAt'], ['productId', 'sku', 'title'], ['quantity']],
  notSold: [
    ...['cancelled', 'canceled', 'refunded', 'voided', 'failed', 'pending', 'unpaid', 'expired'],
    ...['storniert', 'erstattet', 'abgebrochen', 'unbezahlt', 'offen'],
    ...['已取消', '交易关闭', '已关闭', '待付款', '待支付', '等待买家付款', '未付款', '退款成功'],
    ...['キャンセル'],
  ],
};

const CATALOGUE: ExportFormat<'catalogue'> = {
  id: 'plain-catalogue',
  platform: '',
  kind: 'catalogue',
  signatures: [],
  unless: [
    ...['*units*', '*orders*', '*sold*', '*sales*', '*revenue*', '*quantity*', '*qty*'],
    ...['*impressions*', '*clicks*', '*launch*', '*ad spend*', '*ad_spend*'],
    ...['*umsatz*', '*absatz*', '*verkauft*', '*menge*', '*bestellte*', '*verkaufsstart*'],
    ...['*销量*', '*销售*', '*数量*', '*件数*', '*订单*', '*曝光*', '*点击*', '*上新*'],
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

/** "order id" is also written "order_id", "order-id" and "OrderID". */
function written(...names: readonly string[]): readonly string[] {
  const joints = [' ', '_', '-', ''];
  return names.flatMap((name) => [...new Set(joints.map((joint) => name.replaceAll(' ', joint)))]);
}

export const PLAIN_FORMATS: readonly AnyExportFormat[] = [ORDER_LINES, CATALOGUE];
