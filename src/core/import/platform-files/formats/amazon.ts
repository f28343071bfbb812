import { words } from '#core/base/text/words.ts';
import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

const platform = 'Amazon';

const ORDERS: ExportFormat<'order-lines'> = {
  id: 'amazon-orders',
  platform,
  kind: 'order-lines',
  signatures: [
    ['amazon-order-id', 'purchase-date'],
    ['amazon-order-id', 'order-status'],
    ['purchase-date', 'order-status', 'item-status'],
    ['purchase-date', 'item-promotion-discount'],
  ],
  columns: {
    orderId: ['amazon-order-id'],
    orderedAt: ['purchase-date'],
    status: ['order-status', 'item-status'],
    productId: ['asin'],
    sku: ['sku'],
    title: ['product-name'],
    quantity: ['quantity'],
    lineTotal: ['item-price'],
    discount: ['item-promotion-discount'],
    coupon: ['promotion-ids'],
    channel: ['sales-channel'],
  },
  needed: [['orderId'], ['orderedAt'], ['productId', 'sku', 'title'], ['quantity']],
  notSold: ['cancelled', 'canceled', 'unfulfillable'],
  pending: ['pending'],
};

const LISTINGS: ExportFormat<'catalogue'> = {
  id: 'amazon-listings',
  platform,
  kind: 'catalogue',
  signatures: [
    ['item-name', 'seller-sku'],
    ['seller-sku', 'open-date'],
    ['seller-sku', 'asin1'],
    ['item-name', 'open-date'],
  ],
  columns: {
    productId: ['asin1'],
    sku: ['seller-sku'],
    title: ['item-name'],
    description: ['item-description'],
    category: ['zshop-category1'],
    listPrice: ['price'],
    listedAt: ['open-date'],
    stock: ['quantity'],
  },
  needed: [['productId', 'sku'], ['title'], ['listedAt']],
};

const BUSINESS_REPORT: ExportFormat<'traffic'> = {
  id: 'amazon-business-report',
  platform,
  kind: 'traffic',
  signatures: [
    ['(Parent) ASIN', '(Child) ASIN'],
    ['(Child) ASIN', 'Title'],
    ['(Parent) ASIN', 'Units Ordered'],
    ['ASIN (parent)', 'ASIN (child)'],
    ['ASIN (child)', 'Título'],
    ['ASIN (parent)', 'Unidades encargadas'],
    ['(Übergeordnete) ASIN', '(Untergeordnete) ASIN'],
    ['(Untergeordnete) ASIN', 'Titel'],
    ['(Übergeordnete) ASIN', 'Bestellte Einheiten'],
    ['(親)ASIN', '(子)ASIN'],
    ['(子)ASIN', '商品名'],
    ['(子)ASIN', 'タイトル'],
    ['(親)ASIN', '注文された商品点数'],
  ],
  columns: {
    parentId: ['(Parent) ASIN', 'ASIN (parent)', '(Übergeordnete) ASIN', '(親)ASIN'],
    productId: ['(Child) ASIN', 'ASIN (child)', '(Untergeordnete) ASIN', '(子)ASIN'],
    sku: ['SKU'],
    title: ['Title', 'Título', 'Titel', '商品名', 'タイトル'],
    // Every edition of the report has sessions, but not page views.
    impressions: [
      ...['Sessions - Total', 'Sessions', 'Sesiones: total', 'Sitzungen - Summe', 'セッション'],
      ...['Page Views - Total', 'Page Views', 'Seitenaufrufe - Summe', 'ページビュー'],
    ],
    units: [
      ...['Units Ordered', 'Unidades encargadas', 'Unidades pedidas', 'Bestellte Einheiten'],
      '注文された商品点数',
    ],
    revenue: [
      ...['Ordered Product Sales', 'Ventas de productos encargados'],
      ...['Durch bestellte Produkte erzielter Umsatz', '注文商品売上', '注文商品の売上額'],
    ],
  },
  needed: [
    ['productId', 'sku'],
    ['impressions', 'units'],
  ],
};

const TRANSACTIONS: ExportFormat<'order-lines'> = {
  id: 'amazon-transactions',
  platform,
  kind: 'order-lines',
  signatures: [
    ['date/time', 'settlement id'],
    ['settlement id', 'product sales'],
    ['date/time', 'product sales', 'selling fees'],
    ['Datum/Uhrzeit', 'Abrechnungsnummer'],
  ],
  columns: {
    orderId: ['order id', 'Bestellnummer'],
    orderedAt: ['date/time', 'Datum/Uhrzeit'],
    status: ['type', 'Typ'],
    sku: ['sku'],
    title: ['description', 'Beschreibung'],
    quantity: ['quantity', 'Menge'],
    lineTotal: ['product sales', 'Umsätze'],
    discount: ['promotional rebates', 'Rabatte aus Werbeaktionen'],
    channel: ['marketplace'],
  },
  needed: [['orderId'], ['orderedAt'], ['sku', 'title'], ['quantity']],
  // Settlements between the marketplace and the seller are not sales.
  notSold: words(
    'adjustment, transfer, service fee, fba , fee, amazon fees, shipping services, chargeback',
    'order_retrocharge, refund_retrocharge, liquidations, debt, deal fee, others, safe-t',
    'lightning deal, coupon, vine, anpassung, übertrag, servicegebühr',
  ),
  cameBack: ['refund', 'a-to-z', 'erstattung'],
};

/** Report of sellers in India; the file is known from online courses. */
const INDIA_SALES: ExportFormat<'order-lines'> = {
  id: 'amazon-india-sales',
  platform,
  kind: 'order-lines',
  signatures: [
    ['Order ID', 'Courier Status'],
    ['Fulfilment', 'Courier Status'],
    ['Style', 'Courier Status'],
  ],
  columns: {
    orderId: ['Order ID'],
    orderedAt: ['Date'],
    status: ['Status'],
    // A style is one product in several sizes, each with its own ASIN.
    productId: ['Style', 'ASIN'],
    sku: ['SKU'],
    variant: ['Size'],
    category: ['Category'],
    quantity: ['Qty'],
    paidTotal: ['Amount'],
    coupon: ['promotion-ids'],
    channel: ['Sales Channel'],
  },
  needed: [['orderId'], ['orderedAt'], ['productId', 'sku'], ['quantity']],
  dateOrder: 'month-first',
  notSold: [...['cancelled', 'shipped - returned', 'shipped - returning', 'shipped - rejected']],
  pending: ['pending'],
};

const ADVERTISED_PRODUCTS: ExportFormat<'ads'> = {
  id: 'amazon-ads',
  platform: 'Amazon Ads',
  kind: 'ads',
  signatures: [
    ['Campaign Name', 'Advertised ASIN'],
    ['Campaign Name', 'Advertised SKU'],
    ['Advertised ASIN', 'Spend'],
    ['Advertised SKU', 'Spend'],
  ],
  columns: {
    campaign: ['Campaign Name'],
    adSet: ['Ad Group Name'],
    productId: ['Advertised ASIN'],
    sku: ['Advertised SKU'],
    from: ['Start Date', 'Date'],
    until: ['End Date'],
    spend: ['Spend'],
    impressions: ['Impressions'],
    clicks: ['Clicks'],
  },
  needed: [['from'], ['spend']],
};

/** FBA customer returns, one row per return. */
const RETURNS: ExportFormat<'returns'> = {
  id: 'amazon-fba-returns',
  platform,
  kind: 'returns',
  signatures: [
    ['return-date', 'detailed-disposition'],
    ['return-date', 'license-plate-number'],
    ['order-id', 'fnsku', 'detailed-disposition'],
  ],
  columns: {
    orderId: ['order-id'],
    productId: ['asin'],
    sku: ['sku'],
    title: ['product-name'],
    quantity: ['quantity'],
  },
  needed: [['orderId'], ['productId', 'sku', 'title']],
};

export const AMAZON_FORMATS: readonly AnyExportFormat[] = [
  ORDERS,
  LISTINGS,
  BUSINESS_REPORT,
  TRANSACTIONS,
  INDIA_SALES,
  ADVERTISED_PRODUCTS,
  RETURNS,
];
