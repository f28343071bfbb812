import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '#core/import/platform-files/formats.ts';
import { explainedHeaders, recogniseExport } from '#core/import/platform-files/recognise-export.ts';
import { personalHeader } from '#core/import/privacy/personal-headers.ts';

/** Header rows as platforms write them. */
const HEADERS = JSON.parse(
  readFileSync(new URL('../../../fixtures/exports/headers.json', import.meta.url), 'utf8'),
) as Record<string, string[]>;

interface Expected {
  readonly format: string;
  readonly columns: Readonly<Record<string, string | readonly string[]>>;
  readonly missing?: readonly (readonly string[])[];
}

const taobaoOrders: Expected = {
  format: 'taobao-orders',
  columns: {
    buyer: '买家会员名',
    orderId: '订单编号',
    orderedAt: '订单创建时间',
    status: '订单状态',
    title: '宝贝标题 ',
    quantity: '宝贝总数量',
    orderTotal: '买家实际支付金额',
    channel: '店铺名称',
    refunded: '退款金额',
  },
};

const amazonOrders: Expected = {
  format: 'amazon-orders',
  columns: {
    orderId: 'amazon-order-id',
    orderedAt: 'purchase-date',
    status: ['order-status', 'item-status'],
    productId: 'asin',
    sku: 'sku',
    title: 'product-name',
    quantity: 'quantity',
    lineTotal: 'item-price',
    discount: 'item-promotion-discount',
    coupon: 'promotion-ids',
    channel: 'sales-channel',
  },
};

/** Written by hand, row by row. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  'Shopify orders': {
    format: 'shopify-orders',
    columns: {
      buyer: 'Email',
      orderId: 'Name',
      orderedAt: 'Created at',
      status: 'Financial Status',
      cancelledAt: 'Cancelled at',
      sku: 'Lineitem sku',
      title: 'Lineitem name',
      brand: 'Vendor',
      quantity: 'Lineitem quantity',
      unitPrice: 'Lineitem price',
      listPrice: 'Lineitem compare at price',
      discount: 'Lineitem discount',
      orderDiscount: 'Discount Amount',
      coupon: 'Discount Code',
      channel: 'Source',
      refunded: 'Refunded Amount',
    },
  },
  'Shopify products, legacy': {
    format: 'shopify-products',
    columns: {
      productId: 'Handle',
      sku: 'Variant SKU',
      title: 'Title',
      variant: ['Option1 Value', 'Option2 Value', 'Option3 Value'],
      description: 'Body (HTML)',
      category: 'Type',
      brand: 'Vendor',
      listPrice: 'Variant Compare At Price',
      salePrice: 'Variant Price',
      unitCost: 'Cost per item',
      stock: 'Variant Inventory Qty',
      stockTracker: 'Variant Inventory Tracker',
    },
  },
  'Shopify products, current': {
    format: 'shopify-products',
    columns: {
      productId: 'URL handle',
      sku: 'SKU',
      title: 'Title',
      variant: ['Option1 value', 'Option2 value', 'Option3 value'],
      description: 'Description',
      category: 'Type',
      brand: 'Vendor',
      listPrice: 'Compare-at price',
      salePrice: 'Price',
      unitCost: 'Cost per item',
      stock: 'Inventory quantity',
      stockTracker: 'Inventory tracker',
    },
  },
  'Shopify inventory': {
    format: 'shopify-inventory',
    columns: { productId: 'Handle', title: 'Title', onHand: 'Available (not editable)' },
  },
  'Amazon All Orders, with url': amazonOrders,
  'Amazon All Orders, with cpf': amazonOrders,
  'Amazon listings': {
    format: 'amazon-listings',
    columns: {
      productId: 'asin1',
      sku: 'seller-sku',
      title: 'item-name',
      description: 'item-description',
      category: 'zshop-category1',
      listPrice: 'price',
      listedAt: 'open-date',
      stock: 'quantity',
    },
  },
  'Amazon Business Report, English': {
    format: 'amazon-business-report',
    columns: {
      parentId: '(Parent) ASIN',
      productId: '(Child) ASIN',
      sku: 'SKU',
      title: 'Title',
      impressions: 'Sessions - Total',
      units: 'Units Ordered',
      revenue: 'Ordered Product Sales',
    },
  },
  'Amazon Business Report, German': {
    format: 'amazon-business-report',
    columns: {
      parentId: '(Übergeordnete) ASIN',
      productId: '(Untergeordnete) ASIN',
      title: 'Titel',
      impressions: 'Sitzungen – Summe',
      units: 'Bestellte Einheiten',
      revenue: 'Durch bestellte Produkte erzielter Umsatz',
    },
  },
  'Amazon Business Report, Japanese': {
    format: 'amazon-business-report',
    columns: {
      parentId: '(親)ASIN',
      productId: '(子)ASIN',
      title: '商品名',
      impressions: 'セッション',
      units: '注文された商品点数',
      revenue: '注文商品売上',
    },
  },
  'Amazon date range transactions': {
    format: 'amazon-transactions',
    columns: {
      orderId: 'order id',
      orderedAt: 'date/time',
      status: 'type',
      sku: 'sku',
      title: 'description',
      quantity: 'quantity',
      lineTotal: 'product sales',
      discount: 'promotional rebates',
      channel: 'marketplace',
    },
  },
  'Amazon Sale Report of India': {
    format: 'amazon-india-sales',
    columns: {
      orderId: 'Order ID',
      orderedAt: 'Date',
      status: 'Status',
      productId: 'Style',
      sku: 'SKU',
      variant: 'Size',
      category: 'Category',
      quantity: 'Qty',
      paidTotal: 'Amount',
      coupon: 'promotion-ids',
      channel: 'Sales Channel ',
    },
  },
  'WooCommerce products, English': {
    format: 'woocommerce-products',
    columns: {
      productId: 'ID',
      sku: 'SKU',
      parent: 'Parent',
      title: 'Name',
      variant: ['Attribute 1 value(s)', 'Attribute 2 value(s)'],
      description: 'Description',
      category: 'Categories',
      listPrice: 'Regular price',
      salePrice: 'Sale price',
      stock: 'Stock',
    },
  },
  'WooCommerce products, German': {
    format: 'woocommerce-products',
    columns: {
      productId: 'ID',
      sku: 'Artikelnummer',
      parent: 'Übergeordnetes Produkt',
      title: 'Name',
      description: 'Beschreibung',
      category: 'Kategorien',
      listPrice: 'Regulärer Preis',
      salePrice: 'Angebotspreis',
      stock: 'Lager',
    },
  },
  'WooCommerce orders of a plugin': {
    format: 'woocommerce-orders-packed',
    columns: {
      buyer: 'billing_email',
      orderId: 'order_number',
      orderedAt: 'date',
      status: 'status',
      orderDiscount: ['cart_discount', 'order_discount'],
      packedItems: ['order_item_1', 'order_item_2'],
    },
  },
  'Etsy sold order items': {
    format: 'etsy-order-items',
    columns: {
      buyer: 'Buyer',
      orderId: 'Order ID',
      orderedAt: 'Sale Date',
      productId: 'Listing ID',
      sku: 'SKU',
      title: 'Item Name',
      variant: 'Variations',
      quantity: 'Quantity',
      unitPrice: 'Price',
      lineTotal: 'Item Total',
      discount: 'Discount Amount',
      coupon: 'Coupon Code',
      channel: 'Order Type',
    },
  },
  'Etsy sold orders': {
    format: 'etsy-orders',
    columns: {
      buyer: 'Buyer User ID',
      orderId: 'Order ID',
      orderedAt: 'Sale Date',
      status: 'Status',
      quantity: 'Number of Items',
      orderTotal: 'Order Value',
      orderDiscount: 'Discount Amount',
      coupon: 'Coupon Code',
      channel: 'Order Type',
    },
  },
  'Etsy listings': {
    format: 'etsy-listings',
    columns: {
      sku: 'SKU',
      title: 'TITLE',
      description: 'DESCRIPTION',
      listPrice: 'PRICE',
      stock: 'QUANTITY',
    },
  },
  'eBay orders, US': {
    format: 'ebay-orders',
    columns: {
      orderId: 'Order Number',
      orderedAt: 'Sale Date',
      productId: 'Item Number',
      sku: 'Custom Label',
      title: 'Item Title',
      variant: 'Variation Details',
      quantity: 'Quantity',
      unitPrice: 'Sold For',
    },
  },
  // Known in part only: what was bought stands in columns that this row lacks.
  'eBay orders, German': {
    format: 'ebay-orders',
    columns: { orderId: 'Bestellnummer', orderedAt: 'Verkauft am' },
    missing: [['productId', 'title', 'sku'], ['quantity']],
  },
  'Square items': {
    format: 'square-items',
    columns: {
      buyer: 'Customer ID',
      orderId: 'Transaction ID',
      orderedAt: 'Date',
      orderedTime: 'Time',
      sku: 'SKU',
      title: 'Item',
      variant: ['Price Point Name', 'Modifiers Applied'],
      category: 'Category',
      quantity: 'Qty',
      lineTotal: 'Gross Sales',
      discount: 'Discounts',
      channel: 'Location',
    },
  },
  'Taobao orders, 46 columns': taobaoOrders,
  'Taobao orders, 61 columns': taobaoOrders,
  'Taobao order items': {
    format: 'taobao-order-items',
    columns: {
      orderId: '订单编号',
      status: '订单状态',
      sku: '商家编码',
      title: '标题',
      variant: '商品属性',
      quantity: '购买数量',
      unitPrice: '价格',
    },
  },
  'Tmall order report': {
    format: 'taobao-orders',
    columns: {
      orderId: '订单编号',
      orderedAt: '订单创建时间',
      orderTotal: '买家实际支付金额',
      refunded: '退款金额',
    },
  },
  'Douyin orders': {
    format: 'douyin-orders',
    columns: {
      orderId: '主订单编号',
      orderedAt: '订单提交时间',
      status: ['订单状态', '售后状态'],
      sku: '商家编码',
      title: '选购商品',
      variant: '商品规格',
      quantity: '商品数量',
      paidTotal: '订单应付金额',
      discount: ['平台实际承担优惠金额', '商家实际承担优惠金额', '达人实际承担优惠金额'],
    },
  },
  'Pinduoduo orders': {
    format: 'pinduoduo-orders',
    columns: {
      orderId: '订单号',
      orderedAt: '订单成交时间',
      status: ['订单状态', '售后状态'],
      productId: '商品id',
      sku: '商家编码-规格维度',
      title: '商品',
      variant: '商品规格',
      category: '商品三级类目',
      quantity: '商品数量(件)',
      lineTotal: '商品总价(元)',
      paidTotal: '用户实付金额(元)',
      discount: ['店铺优惠折扣(元)', '平台优惠折扣(元)', '多多支付立减金额(元)'],
    },
  },
  'JD orders': {
    format: 'jd-orders',
    columns: {
      orderId: '订单号',
      orderedAt: '下单时间',
      status: '订单状态',
      productId: '商品ID',
      sku: '货号',
      title: '商品名称',
      quantity: '订购数量',
      unitPrice: '京东价',
      channel: '订单渠道',
    },
  },
  'Rakuten items': {
    format: 'rakuten-items',
    columns: {
      productId: '商品管理番号（商品URL）',
      sku: 'SKU管理番号',
      title: '商品名',
      variant: ['バリエーション項目選択肢1', 'バリエーション項目選択肢2'],
      description: 'PC用商品説明文',
      category: 'ジャンルID',
      listPrice: '表示価格',
      salePrice: '販売価格',
      listedAt: '販売期間指定（開始日時）',
      stock: '在庫数',
    },
  },
  'Mercado Livre sales': {
    format: 'mercado-livre-sales',
    columns: {
      orderId: 'N.º de venda',
      orderedAt: 'Data da venda',
      status: 'Estado',
      productId: '# de anúncio',
      sku: 'SKU',
      title: 'Título do anúncio',
      variant: 'Variação',
      quantity: 'Unidades',
      unitPrice: 'Preço unitário de venda do anúncio (BRL)',
      lineTotal: 'Receita por produtos (BRL)',
      refunded: 'Cancelamentos e reembolsos (BRL)',
    },
  },
  'Meta Ads campaigns': {
    format: 'meta-ads',
    columns: {
      campaign: 'Campaign name',
      adSet: 'Ad set name',
      from: 'Reporting starts',
      until: 'Reporting ends',
      spend: 'Amount spent (RON)',
      impressions: 'Impressions',
      clicks: 'Link clicks',
    },
  },
  'eBay payments': {
    format: 'ebay-transactions',
    columns: {
      rowKind: 'Type',
      orderId: 'Order number',
      orderedAt: 'Transaction date',
      productId: 'Item ID',
      sku: 'Custom label',
      title: 'Item title',
      quantity: 'Quantity',
      lineTotal: 'Item subtotal',
      refunded: 'Gross transaction amount',
    },
  },
  'TikTok Shop orders': {
    format: 'tiktok-shop-orders',
    columns: {
      orderId: 'Order ID',
      orderedAt: 'Created Time',
      status: ['Order Status', 'Order Substatus', 'Cancelation/Return Type'],
      sku: 'Seller SKU',
      title: 'Product Name',
      variant: 'Variation',
      quantity: 'Quantity',
      unitPrice: 'SKU Unit Original Price',
      paidTotal: 'SKU Subtotal After Discount',
    },
  },
  'Shopee ads, Indonesian': {
    format: 'shopee-ads',
    columns: {
      title: 'Nama Iklan',
      productId: 'Kode Produk',
      spend: 'Biaya',
      impressions: 'Dilihat',
      clicks: 'Jumlah Klik',
    },
  },
  'Wix products': {
    format: 'wix-products',
    columns: {
      rowKind: 'fieldType',
      productId: 'handleId',
      sku: 'sku',
      title: 'name',
      variant: [
        ...['productOptionDescription1', 'productOptionDescription2'],
        ...['productOptionDescription3', 'productOptionDescription4'],
        ...['productOptionDescription5', 'productOptionDescription6'],
      ],
      description: 'description',
      category: 'collection',
      brand: 'brand',
      listPrice: 'price',
      surcharge: 'surcharge',
      unitCost: 'cost',
      stock: 'inventory',
    },
  },
  'BigCommerce products': {
    format: 'bigcommerce-products',
    columns: {
      rowKind: 'Item Type',
      productId: 'Product ID',
      sku: 'Product Code/SKU',
      title: 'Product Name',
      description: 'Product Description',
      category: 'Category',
      brand: 'Brand Name',
      listPrice: 'Retail Price',
      salePrice: 'Price',
      unitCost: 'Cost Price',
      stock: 'Stock Level',
      stockTracker: 'Track Inventory',
    },
  },
  'WooCommerce products, Russian': {
    format: 'woocommerce-products',
    columns: {
      productId: 'ID',
      sku: 'Артикул',
      title: 'Имя',
      description: 'Описание',
      category: 'Категории',
      listPrice: 'Базовая цена',
    },
  },
  'Amazon FBA customer returns': {
    format: 'amazon-fba-returns',
    columns: {
      orderId: 'order-id',
      productId: 'asin',
      sku: 'sku',
      title: 'product-name',
      quantity: 'quantity',
    },
  },
  'Shopee orders, Brazil': {
    format: 'shopee-orders',
    columns: {
      orderId: 'ID do pedido',
      orderedAt: 'Data de criação do pedido',
      status: 'Status do pedido',
      productId: 'Nº de referência do SKU principal',
      sku: 'Número de referência SKU',
      title: 'Nome do Produto',
      variant: 'Nome da variação',
      quantity: 'Quantidade',
      unitPrice: 'Preço acordado',
      listPrice: 'Preço original',
    },
  },
  'Shopee ads, English': {
    format: 'shopee-ads',
    columns: {
      title: 'Ad Name',
      productId: 'Product ID',
      spend: 'Expense',
      impressions: 'Impression',
      clicks: 'Clicks',
    },
  },
  'eBay payments, German': {
    format: 'ebay-transactions',
    columns: {
      rowKind: 'Typ',
      orderId: 'Bestellnummer',
      orderedAt: 'Datum der Transaktionserstellung',
      productId: 'Artikelnummer',
      sku: 'Bestandseinheit',
      title: 'Angebotstitel',
      quantity: 'Stückzahl',
      lineTotal: 'Zwischensumme Artikel',
      refunded: 'Transaktionsbetrag (inkl. Kosten)',
    },
  },
  'Douyin orders, all columns': {
    format: 'douyin-orders',
    columns: {
      orderId: '主订单编号',
      orderedAt: '订单提交时间',
      status: ['订单状态', '售后状态'],
      productId: '商品ID',
      sku: '商家编码',
      title: '选购商品',
      quantity: '商品数量',
      unitPrice: '商品金额',
      paidTotal: '订单应付金额',
      discount: ['平台实际承担优惠金额', '商家实际承担优惠金额', '达人实际承担优惠金额'],
      channel: '流量来源',
    },
  },
};

/** The same with one header a field written without its brackets. */
function recognised(headers: readonly string[]): Expected | null {
  const found = recogniseExport(headers);
  if (found === null) return null;
  const columns = Object.entries(found.columns).map(([field, names]) => [
    field,
    names.length === 1 ? names[0]! : names,
  ]);
  return {
    format: found.format.id,
    columns: Object.fromEntries(columns) as Expected['columns'],
    ...(found.missing.length > 0 && { missing: found.missing }),
  };
}

const PRODUCT = ['productId', 'sku', 'title'];
const cut = (line: string): string[] => line.split(',');
const without = (name: string, gone: readonly string[]): string[] => {
  const left = HEADERS[name]!.filter((header) => !gone.includes(header));
  expect(left.length).toBe(HEADERS[name]!.length - gone.length);
  return left;
};

describe('recogniseExport', () => {
  it('is asked about every header row', () => {
    expect(Object.keys(EXPECTED)).toEqual(Object.keys(HEADERS));
    expect(Object.keys(HEADERS)).toHaveLength(42);
  });

  it.each(Object.entries(EXPECTED))('knows %s and what its columns hold', (name, expected) => {
    expect(recognised(HEADERS[name]!)).toEqual(expected);
  });

  it.each(Object.keys(HEADERS))('lets one format only explain most of %s', (name) => {
    const scores = EXPORT_FORMATS.map((format) => explainedHeaders(HEADERS[name]!, format));
    const best = Math.max(...scores);
    expect(best).toBeGreaterThan(0);
    expect(scores.filter((score) => score === best)).toHaveLength(1);
  });

  it.each(Object.keys(HEADERS))('reads no personal column of %s but for a hash', (name) => {
    const fields = Object.entries(recogniseExport(HEADERS[name]!)?.columns ?? {});
    const read = fields.flatMap(([field, headers]) => (field === 'buyer' ? [] : headers));
    expect(read.filter((header) => personalHeader(header) !== null)).toEqual([]);
  });

  it.each(Object.keys(HEADERS))('reads each column of %s for one thing', (name) => {
    const read = Object.values(recogniseExport(HEADERS[name]!)?.columns ?? {}).flat();
    expect(new Set(read).size).toBe(read.length);
  });

  it('reads receipts of another till than Square’s by their plain names', () => {
    const headers =
      'Date,Receipt number,Receipt type,SKU,Item,Modifiers applied,Quantity,Gross sales';
    expect(recogniseExport(headers.split(','))).toMatchObject({
      ...{ kind: 'order-lines', format: { platform: '' }, missing: [] },
      columns: { orderId: ['Receipt number'], title: ['Item'], quantity: ['Quantity'] },
    });
  });

  it('does not mind the order of columns and columns it does not know', () => {
    const unknown = fc.uniqueArray(
      fc.string({ maxLength: 12 }).map((text) => `zz ${text} zz`),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(HEADERS)), unknown, fc.gen(), (name, more, g) => {
        const all = [...HEADERS[name]!, ...more];
        const shuffled = g(() => fc.shuffledSubarray(all, { minLength: all.length }));
        expect(recognised(shuffled)).toEqual(EXPECTED[name]);
      }),
    );
  });

  const dressed: readonly (readonly [string, (header: string) => string])[] = [
    ['in capitals', (header) => header.toUpperCase()],
    ['in small letters', (header) => header.toLowerCase()],
    ['with spaces around', (header) => `  ${header}\u00A0`],
    ['with double spaces', (header) => header.replaceAll(' ', '  ')],
    ['with a byte order mark', (header) => `\uFEFF${header}`],
    ['with long dashes', (header) => header.replaceAll('-', '–')],
    ['with wide brackets', (header) => header.replaceAll('(', '（').replaceAll(')', '）')],
  ];

  it.each(dressed)('knows every row %s', (_, dress) => {
    for (const [name, expected] of Object.entries(EXPECTED)) {
      const headers = HEADERS[name]!.map(dress);
      const found = recogniseExport(headers);
      expect(found?.format.id, name).toBe(expected.format);
      const read = Object.fromEntries(
        Object.entries(expected.columns).map(([field, names]) => [
          field,
          [names].flat().map(dress),
        ]),
      );
      expect(found?.columns, name).toEqual(read);
    }
  });

  it.each([
    ['Shopify orders', ['Name'], [['orderId']]],
    ['Shopify orders', ['Created at', 'Paid at'], [['orderedAt']]],
    ['Shopify orders', ['Lineitem quantity'], [['quantity']]],
    ['Shopify orders', ['Lineitem name', 'Lineitem sku'], [['title', 'sku']]],
    ['Shopify products, legacy', ['Handle'], [['productId']]],
    ['Shopify products, legacy', ['Title'], [['title']]],
    ['Shopify products, current', ['URL handle'], [['productId']]],
    ['Shopify products, current', ['Title'], [['title']]],
    ['Shopify inventory', ['Handle'], [['productId', 'sku']]],
    ['Shopify inventory', ['Available (not editable)', 'On hand (current)'], [['onHand']]],
    ['Amazon All Orders, with url', ['amazon-order-id'], [['orderId']]],
    ['Amazon All Orders, with url', ['purchase-date'], [['orderedAt']]],
    ['Amazon All Orders, with url', ['quantity'], [['quantity']]],
    [
      'Amazon All Orders, with cpf',
      ['product-name', 'sku', 'asin'],
      [['productId', 'sku', 'title']],
    ],
    ['Amazon listings', ['open-date'], [['listedAt']]],
    ['Amazon listings', ['item-name'], [['title']]],
    ['Amazon listings', ['asin1', 'seller-sku'], [['productId', 'sku']]],
    ['Amazon Business Report, English', ['(Child) ASIN', 'SKU'], [['productId', 'sku']]],
    ['Amazon Business Report, German', ['(Untergeordnete) ASIN'], [['productId', 'sku']]],
    ['Amazon Business Report, Japanese', ['(子)ASIN'], [['productId', 'sku']]],
    ['Amazon date range transactions', ['order id'], [['orderId']]],
    ['Amazon date range transactions', ['date/time'], [['orderedAt']]],
    ['Amazon date range transactions', ['quantity'], [['quantity']]],
    ['Amazon date range transactions', ['sku', 'description'], [['sku', 'title']]],
    ['Amazon Sale Report of India', ['Order ID'], [['orderId']]],
    ['Amazon Sale Report of India', ['Date'], [['orderedAt']]],
    ['Amazon Sale Report of India', ['Qty'], [['quantity']]],
    ['Amazon Sale Report of India', ['Style', 'ASIN', 'SKU'], [['productId', 'sku']]],
    ['WooCommerce products, English', ['Name'], [['title']]],
    ['WooCommerce products, English', ['ID', 'SKU'], [['productId', 'sku']]],
    ['WooCommerce products, German', ['Name'], [['title']]],
    ['WooCommerce products, German', ['ID', 'Artikelnummer'], [['productId', 'sku']]],
    ['WooCommerce orders of a plugin', ['order_number', 'order_id'], [['orderId']]],
    ['WooCommerce orders of a plugin', ['date'], [['orderedAt']]],
    ['WooCommerce orders of a plugin', ['order_item_1', 'order_item_2'], [['packedItems']]],
    ['Etsy sold order items', ['Order ID'], [['orderId']]],
    ['Etsy sold order items', ['Sale Date'], [['orderedAt']]],
    ['Etsy sold order items', ['Quantity'], [['quantity']]],
    ['Etsy sold order items', ['Listing ID', 'Item Name', 'SKU'], [['productId', 'title', 'sku']]],
    ['Etsy sold orders', ['Order ID'], [['orderId']]],
    ['Etsy sold orders', ['Sale Date'], [['orderedAt']]],
    ['Etsy listings', ['TITLE'], [['title']]],
    ['eBay orders, US', ['Order Number', 'Sales Record Number'], [['orderId']]],
    ['eBay orders, US', ['Sale Date', 'Paid On Date'], [['orderedAt']]],
    ['eBay orders, US', ['Quantity'], [['quantity']]],
    [
      'eBay orders, US',
      ['Item Number', 'Item Title', 'Custom Label'],
      [['productId', 'title', 'sku']],
    ],
    ['Square items', ['Transaction ID', 'Payment ID'], [['orderId']]],
    ['Square items', ['Date'], [['orderedAt']]],
    ['Square items', ['Qty'], [['quantity']]],
    ['Square items', ['Item', 'SKU'], [['title', 'sku']]],
    ['Taobao orders, 46 columns', ['订单编号'], [['orderId']]],
    ['Taobao orders, 61 columns', ['订单创建时间', '订单付款时间 '], [['orderedAt']]],
    ['Taobao order items', ['订单编号'], [['orderId']]],
    ['Taobao order items', ['购买数量'], [['quantity']]],
    ['Taobao order items', ['标题', '商家编码', '外部系统编号'], [['title', 'sku', 'productId']]],
    ['Tmall order report', ['订单编号'], [['orderId']]],
    ['Tmall order report', ['订单创建时间', '订单付款时间'], [['orderedAt']]],
    ['Douyin orders', ['主订单编号'], [['orderId']]],
    ['Douyin orders', ['订单提交时间'], [['orderedAt']]],
    ['Douyin orders', ['商品数量'], [['quantity']]],
    ['Douyin orders', ['选购商品', '商家编码'], [['title', 'productId', 'sku']]],
    ['Pinduoduo orders', ['订单号'], [['orderId']]],
    ['Pinduoduo orders', ['订单成交时间', '支付时间'], [['orderedAt']]],
    ['Pinduoduo orders', ['商品数量(件)'], [['quantity']]],
    ['JD orders', ['订单号'], [['orderId']]],
    ['JD orders', ['下单时间', '付款确认时间'], [['orderedAt']]],
    ['JD orders', ['订购数量'], [['quantity']]],
    ['JD orders', ['商品ID', '商品名称', '货号'], [['title', 'productId', 'sku']]],
    ['Rakuten items', ['商品管理番号（商品URL）'], [['productId']]],
    ['Rakuten items', ['商品名'], [['title']]],
    ['Mercado Livre sales', ['N.º de venda'], [['orderId']]],
    ['Mercado Livre sales', ['Data da venda'], [['orderedAt']]],
    ['Mercado Livre sales', ['Unidades'], [['quantity']]],
    [
      'Mercado Livre sales',
      ['Título do anúncio', '# de anúncio', 'SKU'],
      [['title', 'productId', 'sku']],
    ],
    ['Meta Ads campaigns', ['Campaign name', 'Ad set name'], [['campaign', 'adSet']]],
    ['eBay payments', ['Type'], [['rowKind']]],
    ['eBay payments', ['Transaction date'], [['orderedAt']]],
    ['eBay payments', ['Quantity'], [['quantity']]],
    ['TikTok Shop orders', ['Order ID'], [['orderId']]],
    ['TikTok Shop orders', ['Product Name', 'Seller SKU', 'SKU ID'], [['title', 'sku']]],
    ['Shopee ads, Indonesian', ['Biaya'], [['spend']]],
    ['Wix products', ['name'], [['title']]],
    ['BigCommerce products', ['Product Name'], [['title']]],
    ['Amazon FBA customer returns', ['order-id'], [['orderId']]],
    ['Meta Ads campaigns', ['Reporting starts'], [['from']]],
    ['Meta Ads campaigns', ['Amount spent (RON)'], [['spend']]],
  ])('says of %s without %j that %j is missing', (name, gone, missing) => {
    const found = recogniseExport(without(name, gone));
    expect(found?.format.id).toBe(EXPECTED[name]!.format);
    expect(found?.missing).toEqual(missing);
  });

  it.each([
    [
      'the oldest Shopify orders',
      'Name,Email,Created at,Total,Refunded Amount,Currency,Lineitem name',
      {
        format: 'shopify-orders',
        columns: {
          buyer: 'Email',
          orderId: 'Name',
          orderedAt: 'Created at',
          title: 'Lineitem name',
          refunded: 'Refunded Amount',
        },
        missing: [['quantity']],
      },
    ],
    [
      'a short Douyin export',
      '主订单编号,子订单编号,选购商品,订单应付金额,达人ID,达人昵称,订单状态,售后状态',
      {
        format: 'douyin-orders',
        columns: {
          orderId: '主订单编号',
          status: ['订单状态', '售后状态'],
          title: '选购商品',
          paidTotal: '订单应付金额',
        },
        missing: [['orderedAt'], ['quantity']],
      },
    ],
    [
      'a short eBay report',
      'Sales Record Number,Order Number,Buyer Username,Buyer Name,Sale Date,Item Number,Item Title,Quantity,Sold For,Shipping And Handling,Total Price,Transaction ID',
      {
        format: 'ebay-orders',
        columns: {
          orderId: 'Order Number',
          orderedAt: 'Sale Date',
          productId: 'Item Number',
          title: 'Item Title',
          quantity: 'Quantity',
          unitPrice: 'Sold For',
        },
      },
    ],
    [
      'a full German eBay report',
      'Verkaufsprotokollnummer,Bestellnummer,Artikelnummer,Angebotstitel,Bestandseinheit,Verkauft über Anzeigen,Anzahl,Verkauft für,Verpackung und Versand,Gesamtbetrag,Verkauft am',
      {
        format: 'ebay-orders',
        columns: {
          orderId: 'Bestellnummer',
          orderedAt: 'Verkauft am',
          productId: 'Artikelnummer',
          sku: 'Bestandseinheit',
          title: 'Angebotstitel',
          quantity: 'Anzahl',
          unitPrice: 'Verkauft für',
        },
      },
    ],
    [
      'a British eBay report',
      'Sales record number,Order number,Item number,Item title,Custom label,Quantity,Sold for,Postage and packaging,Sale date,Paid on date',
      {
        format: 'ebay-orders',
        columns: {
          orderId: 'Order number',
          orderedAt: 'Sale date',
          productId: 'Item number',
          sku: 'Custom label',
          title: 'Item title',
          quantity: 'Quantity',
          unitPrice: 'Sold for',
        },
      },
    ],
    [
      'a Business Report of Mexico',
      '(Parent) ASIN,(Child) ASIN,Title,Sessions - Total,Featured Offer (Buy Box) Percentage,Units Ordered,Unit Session Percentage,Ordered Product Sales,Total Order Items',
      {
        format: 'amazon-business-report',
        columns: {
          parentId: '(Parent) ASIN',
          productId: '(Child) ASIN',
          title: 'Title',
          impressions: 'Sessions - Total',
          units: 'Units Ordered',
          revenue: 'Ordered Product Sales',
        },
      },
    ],
    [
      'a Business Report of Spain',
      'ASIN (parent),ASIN (child),Título,SKU,Sesiones: total,Porcentaje de ofertas destacadas (Buy Box),Unidades encargadas,Unidades encargadas - B2B,Ventas de productos encargados',
      {
        format: 'amazon-business-report',
        columns: {
          parentId: 'ASIN (parent)',
          productId: 'ASIN (child)',
          sku: 'SKU',
          title: 'Título',
          impressions: 'Sesiones: total',
          units: 'Unidades encargadas',
          revenue: 'Ventas de productos encargados',
        },
      },
    ],
    [
      'a newer Japanese Business Report',
      '（親）ASIN,（子）ASIN,タイトル,注文された商品点数,注文商品の売上額',
      {
        format: 'amazon-business-report',
        columns: {
          parentId: '（親）ASIN',
          productId: '（子）ASIN',
          title: 'タイトル',
          units: '注文された商品点数',
          revenue: '注文商品の売上額',
        },
      },
    ],
    [
      'an advertised product report',
      'Date,Campaign Name,Ad Group Name,Advertised SKU,Advertised ASIN,Impressions,Clicks,Spend,7 Day Total Sales,7 Day Total Orders,7 Day Total Units',
      {
        format: 'amazon-ads',
        columns: {
          campaign: 'Campaign Name',
          adSet: 'Ad Group Name',
          productId: 'Advertised ASIN',
          sku: 'Advertised SKU',
          from: 'Date',
          spend: 'Spend',
          impressions: 'Impressions',
          clicks: 'Clicks',
        },
      },
    ],
    [
      'a WooCommerce export by lines',
      'Order Number,Order Status,Order Date,Customer Note,Item #,SKU,Name,Product Variation,Quantity,Quantity (- Refund),Item Cost,Coupon Code,Discount Amount,Cart Discount Amount,Order Subtotal Amount',
      {
        format: 'woocommerce-orders',
        columns: {
          orderId: 'Order Number',
          orderedAt: 'Order Date',
          status: 'Order Status',
          sku: 'SKU',
          title: 'Name',
          variant: 'Product Variation',
          quantity: 'Quantity (- Refund)',
          unitPrice: 'Item Cost',
          orderDiscount: 'Cart Discount Amount',
          coupon: 'Coupon Code',
        },
      },
    ],
    [
      'a Square export with channels',
      'Date,Time,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Transaction ID,Event Type,Location,Count,GTIN,Channel,Token',
      {
        format: 'square-items',
        columns: {
          orderId: 'Transaction ID',
          orderedAt: 'Date',
          orderedTime: 'Time',
          sku: 'SKU',
          title: 'Item',
          variant: ['Price Point Name', 'Modifiers Applied'],
          category: 'Category',
          quantity: 'Qty',
          lineTotal: 'Gross Sales',
          discount: 'Discounts',
          channel: 'Channel',
        },
      },
    ],
    [
      'a Google Ads campaign report',
      'Day,Campaign,Campaign status,Currency code,Budget,Cost,Impr.,Clicks,Conversions,Search impr. share',
      {
        format: 'google-ads',
        columns: {
          campaign: 'Campaign',
          from: 'Day',
          spend: 'Cost',
          impressions: 'Impr.',
          clicks: 'Clicks',
        },
      },
    ],
    [
      'a Google Ads report that is not by day',
      'Campaign,Campaign status,Budget,Impr.,Clicks,CTR,Avg. CPC,Cost,Conversions,Cost / conv.,Conv. rate',
      {
        format: 'google-ads',
        columns: { campaign: 'Campaign', spend: 'Cost', impressions: 'Impr.', clicks: 'Clicks' },
        missing: [['from']],
      },
    ],
    [
      'a Spanish Meta report',
      'Nombre de la campaña,Inicio del informe,Fin del informe,Importe gastado (MXN),Impresiones,Alcance,Clics en el enlace',
      {
        format: 'meta-ads',
        columns: {
          campaign: 'Nombre de la campaña',
          from: 'Inicio del informe',
          until: 'Fin del informe',
          spend: 'Importe gastado (MXN)',
          impressions: 'Impresiones',
          clicks: 'Clics en el enlace',
        },
      },
    ],
    [
      'a Meta report by day',
      'Campaign name,Day,Amount spent (EUR),Impressions,Clicks (all),Reporting starts,Reporting ends',
      {
        format: 'meta-ads',
        columns: {
          campaign: 'Campaign name',
          from: 'Day',
          until: 'Reporting ends',
          spend: 'Amount spent (EUR)',
          impressions: 'Impressions',
          clicks: 'Clicks (all)',
        },
      },
    ],
    [
      'an Alimama report by product',
      '日期,场景ID,场景名字,原二级场景ID,原二级场景名字,计划ID,计划名字,主体ID,主体类型,主体名称,展现量,点击量,花费,总成交金额',
      {
        format: 'alimama-ads',
        columns: {
          campaign: '计划名字',
          productId: '主体ID',
          title: '主体名称',
          from: '日期',
          spend: '花费',
          impressions: '展现量',
          clicks: '点击量',
        },
      },
    ],
    [
      'a list of products of 生意参谋',
      '统计日期,商品ID,商品名称,货号,商品访客数,商品浏览量,商品收藏人数,商品加购人数,下单买家数,支付买家数,支付件数,支付金额',
      {
        format: 'sycm-products',
        columns: {
          productId: '商品ID',
          sku: '货号',
          title: '商品名称',
          impressions: '商品访客数',
          units: '支付件数',
          revenue: '支付金额',
          from: '统计日期',
        },
      },
    ],
    [
      'Online Retail',
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
      {
        format: 'online-retail',
        columns: {
          buyer: 'CustomerID',
          orderId: 'InvoiceNo',
          orderedAt: 'InvoiceDate',
          productId: 'StockCode',
          title: 'Description',
          quantity: 'Quantity',
          unitPrice: 'UnitPrice',
        },
      },
    ],
    [
      'Online Retail II',
      'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country',
      {
        format: 'online-retail',
        columns: {
          buyer: 'Customer ID',
          orderId: 'Invoice',
          orderedAt: 'InvoiceDate',
          productId: 'StockCode',
          title: 'Description',
          quantity: 'Quantity',
          unitPrice: 'Price',
        },
      },
    ],
    [
      'Complete Journey',
      'household_id,store_id,basket_id,product_id,quantity,sales_value,retail_disc,coupon_disc,coupon_match_disc,week,transaction_timestamp',
      {
        format: 'complete-journey-transactions',
        columns: {
          buyer: 'household_id',
          orderId: 'basket_id',
          orderedAt: 'transaction_timestamp',
          productId: 'product_id',
          quantity: 'quantity',
          paidTotal: 'sales_value',
          discount: ['retail_disc', 'coupon_match_disc'],
        },
      },
    ],
    [
      'the products of Complete Journey',
      'product_id,manufacturer_id,department,brand,product_category,product_type,package_size',
      {
        format: 'complete-journey-products',
        columns: {
          productId: 'product_id',
          title: 'product_type',
          variant: 'package_size',
          category: 'product_category',
          brand: 'brand',
        },
      },
    ],
    [
      'a plain table of order lines',
      'order_id,order_date,sku,product_name,qty,unit_price,discount_code,sales_channel',
      {
        format: 'plain-order-lines',
        columns: {
          orderId: 'order_id',
          orderedAt: 'order_date',
          sku: 'sku',
          title: 'product_name',
          quantity: 'qty',
          unitPrice: 'unit_price',
          coupon: 'discount_code',
          channel: 'sales_channel',
        },
      },
    ],
    [
      'a plain German one',
      'Auftragsnummer,Bestelldatum,Artikelnummer,Bezeichnung,Menge,Einzelpreis,Rabatt',
      {
        format: 'plain-order-lines',
        columns: {
          orderId: 'Auftragsnummer',
          orderedAt: 'Bestelldatum',
          productId: 'Artikelnummer',
          title: 'Bezeichnung',
          quantity: 'Menge',
          unitPrice: 'Einzelpreis',
          discount: 'Rabatt',
        },
      },
    ],
    [
      'a plain Chinese one',
      '订单号,下单时间,商品编号,商品名称,数量,单价,渠道',
      {
        format: 'plain-order-lines',
        columns: {
          orderId: '订单号',
          orderedAt: '下单时间',
          productId: '商品编号',
          title: '商品名称',
          quantity: '数量',
          unitPrice: '单价',
          channel: '渠道',
        },
      },
    ],
    [
      'a plain catalogue',
      'sku,title,category,price,stock,created_at',
      {
        format: 'plain-catalogue',
        columns: {
          sku: 'sku',
          title: 'title',
          category: 'category',
          listPrice: 'price',
          listedAt: 'created_at',
          stock: 'stock',
        },
      },
    ],
  ] satisfies [string, string, Expected][])('knows %s', (_, line, expected) => {
    expect(recognised(cut(line))).toEqual(expected);
  });

  it('knows the samples of products that two platforms hand out', () => {
    const shopify = HEADERS['Shopify products, legacy']!.filter(
      (header) =>
        !/^(Product Category|Price \/|Compare At Price|Cost per item|Status)/.test(header),
    );
    expect(recognised(shopify)?.format).toBe('shopify-products');
    const woo = HEADERS['WooCommerce products, English']!.filter((header) => header !== 'ID');
    expect(recognised(woo)).toMatchObject({
      format: 'woocommerce-products',
      columns: { sku: 'SKU' },
    });
    expect(recognised(woo)?.missing).toBeUndefined();
  });

  it.each([
    [
      'payments of eBay in German',
      'Datum der Transaktionserstellung,Typ,Bestellnummer,Angebotstitel,Anzahl,Zwischensumme Artikel',
      'ebay-transactions',
    ],
    [
      'orders of Shopee in Indonesian',
      'No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,SKU Induk,Nama Produk,Nomor Referensi SKU,Nama Variasi,Harga Awal,Harga Setelah Diskon,Jumlah,Returned quantity',
      'shopee-orders',
    ],
    [
      'orders of Shopee in English',
      'Order ID,Order Status,Order Creation Date,Parent SKU Reference No.,Product Name,SKU Reference No.,Variation Name,Original Price,Deal Price,Quantity,Returned quantity',
      'shopee-orders',
    ],
    [
      'orders of Shopee in Vietnamese',
      'Mã đơn hàng,Mã Kiện Hàng,Ngày đặt hàng,Trạng Thái Đơn Hàng,SKU sản phẩm,Tên sản phẩm,SKU phân loại hàng,Tên phân loại hàng,Giá gốc,Giá ưu đãi,Số lượng,Số lượng sản phẩm được hoàn trả',
      'shopee-orders',
    ],
    [
      'orders of Shopee in Portuguese',
      'ID do pedido,Status do pedido,Cancelar Motivo,Status da Devolução / Reembolso,Número de rastreamento,Opção de envio,Método de envio,Data prevista de envio,Tempo de Envio,Data de criação do pedido,Hora do pagamento do pedido,Nº de referência do SKU principal,Nome do Produto,Número de referência SKU,Nome da variação,Preço original,Preço acordado,Quantidade,Subtotal do produto',
      'shopee-orders',
    ],
    [
      'orders of Shopee in Thai',
      'หมายเลขคำสั่งซื้อ,สถานะการสั่งซื้อ,วันที่ทำการสั่งซื้อ,เวลาการชำระสินค้า,เลขอ้างอิง Parent SKU,ชื่อสินค้า,เลขอ้างอิง SKU (SKU Reference No.),ชื่อตัวเลือก,ราคาตั้งต้น,ราคาขาย,จำนวน,จำนวนที่ส่งคืน,ราคาขายสุทธิ',
      'shopee-orders',
    ],
    [
      'orders of Shopee in Taiwan',
      '訂單編號,訂單狀態,退貨 / 退款狀態,訂單成立日期,商品名稱,商品ID,商品選項名稱,規格ID,商品原價,商品活動價格,主商品貨號,商品選項貨號,數量,退貨數量',
      'shopee-orders',
    ],
    [
      'older orders of Shopee in Taiwan',
      '訂單編號,訂單成立日期,買家付款時間 (單),商品總價 (單),商品名稱 (品),商品選項名稱 (品),商品活動價格 (品),數量',
      'shopee-orders',
    ],
    [
      'ads of Shopee in English',
      'Sequence,Ad Name,Status,Ads Type,Product ID,Creative,Bidding Method,Placement,Start Date,End Date,Impression,Clicks,CTR,Add to Cart,Conversions,Items Sold,Direct Items Sold,GMV,Direct GMV,Expense,ROAS,ACOS',
      'shopee-ads',
    ],
    [
      'ads of Shopee in Vietnamese',
      'Thứ tự,Tên Dịch vụ Hiển thị,Trạng thái,Loại Dịch vụ Hiển thị,Mã sản phẩm,Vị trí,Ngày bắt đầu,Ngày kết thúc,Số lượt xem,Số lượt click,Sản phẩm đã bán,Doanh số,Chi phí,ROAS',
      'shopee-ads',
    ],
    [
      'ads of Shopee in Portuguese',
      '#,Nome do Anúncio,Status,Tipos de Anúncios,ID do produto,Criativo,Posicionamento,Data de Início,Data de Encerramento,Impressões,Cliques,CTR,Conversões,Itens Vendidos,GMV,Despesas',
      'shopee-ads',
    ],
    [
      'all columns of a Douyin export',
      '主订单编号,子订单编号,选购商品,商品规格,商品数量,商品ID,商家编码,商品单价,订单应付金额,运费,优惠总金额,平台优惠,商家优惠,达人优惠,订单提交时间,订单完成时间,支付完成时间,APP渠道,流量来源,订单状态,售后状态,取消原因,平台实际承担优惠金额,商家实际承担优惠金额,达人实际承担优惠金额',
      'douyin-orders',
    ],
  ])('knows %s', (_, line, format) => {
    expect(recognised(cut(line))).toMatchObject({ format });
    expect(recognised(cut(line))).not.toHaveProperty('missing');
  });

  it('counts packed items up, past nine', () => {
    const items = Array.from({ length: 12 }, (_, i) => `order_item_${i + 1}`);
    const headers = ['order_id', 'order_number_formatted', 'date', ...items.toReversed()];
    expect(recognised(headers)?.columns.packedItems).toEqual(items);
  });

  it('says of plain order lines without one of their columns nothing at all', () => {
    const full = ['order id', 'date', 'quantity', 'product'];
    expect(recognised(full)?.format).toBe('plain-order-lines');
    for (const gone of ['order id', 'quantity', 'product'])
      expect(recogniseExport(full.filter((name) => name !== gone))).toBeNull();
  });

  it.each([
    ['order id,order date,customer,state', 'plain-orders', []],
    ['order id,amount,profit,quantity,category,sub-category', 'plain-order-details', [PRODUCT]],
    ['order id,sku,quantity', 'plain-order-details', []],
    ['order id,date,category,qty,amount', 'plain-order-lines', [PRODUCT]],
    ['invoice id,product line,unit price,quantity,total,date,time', 'plain-order-lines', [PRODUCT]],
    ['transaction id,date,product category,quantity,remise (%)', 'plain-order-lines', [PRODUCT]],
  ])('knows parts of orders of no platform: %s', (line, format, missing) => {
    const found = recogniseExport(cut(line));
    expect([found?.format.id, found?.missing]).toEqual([format, missing]);
  });
});

describe('tables of launches and products to come', () => {
  const tables = [
    new URL('../../../../static/samples/', import.meta.url),
    new URL('../../../fixtures/', import.meta.url),
  ].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(csv|txt)$/.test(name))
      .map((name) => [name, new URL(name, folder)] as const),
  );

  function headersOf(name: string, file: URL): string[] {
    const encoding = /\.([\w-]+)\.(?:csv|txt)$/.exec(name)?.[1] ?? 'utf-8';
    const text = new TextDecoder(encoding === 'zh' ? 'utf-8' : encoding).decode(readFileSync(file));
    const line = text.split(/\r?\n/).find((row) => /[,;\t]/.test(row) && !row.startsWith('sep='));
    return line!.split(/[,;\t]/);
  }

  it('are found here', () => {
    expect(tables.length).toBeGreaterThanOrEqual(16);
  });

  it.each(tables)('such as %s are no exports', (name, file) => {
    const headers = headersOf(name, file);
    expect(headers.length).toBeGreaterThan(1);
    expect(recogniseExport(headers)).toBeNull();
  });

  it.each([
    'product_id,title,launch_date,channel,orders,units',
    'SKU,Product,Date,Quantity',
    'Product,Date,Orders,Quantity,Campaign,Clicks,Impressions',
    'sku,title,created_at,units_sold_4w',
    'product id,title,published at,price,quantity',
    'Artikelnummer,Bezeichnung,Angelegt am,Absatz',
    '商品编号,商品标题,创建时间,四周销量',
    '商品编号,商品标题,日期,订单数,数量',
    'title,price,cost',
    'date,campaign,spend,impressions,clicks',
    '',
  ])('such as "%s" are no exports', (line) => {
    expect(recogniseExport(cut(line))).toBeNull();
  });
});
