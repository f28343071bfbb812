import { words } from '#core/base/text/words.ts';
import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

const platform = 'WooCommerce';

const PRODUCTS: ExportFormat<'catalogue'> = {
  id: 'woocommerce-products',
  platform,
  kind: 'catalogue',
  signatures: [
    ['Type', 'Visibility in catalog'],
    ['SKU', 'Visibility in catalog'],
    ['Regular price', 'In stock?'],
    ['Regular price', 'Tax status'],
    ['Typ', 'Sichtbarkeit im Katalog'],
    ['Artikelnummer', 'Sichtbarkeit im Katalog'],
    ['Regulärer Preis', 'Vorrätig?'],
    ['Regulärer Preis', 'Steuerstatus'],
    ['Тип', 'Видимость в каталоге'],
    ['Базовая цена', 'В наличии?'],
  ],
  columns: {
    productId: ['ID'],
    sku: ['SKU', 'Artikelnummer', 'Артикул'],
    parent: ['Parent', 'Übergeordnetes Produkt'],
    title: ['Name', 'Имя'],
    variant: ['Attribute * value(s)', 'Attribut * Wert*'],
    description: words(
      'Description, Beschreibung, Описание, Short description, Kurzbeschreibung, Короткое описание',
    ),
    category: ['Categories', 'Kategorien', 'Категории'],
    brand: ['Brands', 'Brand', 'Marken', 'Marke'],
    listPrice: ['Regular price', 'Regulärer Preis', 'Базовая цена'],
    salePrice: ['Sale price', 'Angebotspreis'],
    unitCost: ['Cost of goods'],
    stock: ['Stock', 'Lager'],
  },
  needed: [['productId', 'sku'], ['title']],
};

const STATES: Pick<ExportFormat, 'notSold' | 'pending' | 'paidBack'> = {
  notSold: [
    ...['cancelled', 'canceled', 'failed', 'checkout-draft', 'draft', 'trash'],
    ...['wc-cancelled', 'wc-failed', 'storniert', 'fehlgeschlagen'],
  ],
  pending: [
    ...['pending', 'on-hold', 'on hold', 'wc-pending', 'wc-on-hold'],
    ...['zahlung ausstehend', 'ausstehend', 'in wartestellung', 'wartend'],
  ],
  paidBack: { all: ['refunded', 'wc-refunded', 'rückerstattet', 'erstattet'], some: [] },
};

/** Export of the plugin "Customer/Order CSV Export", one row per order. */
const PACKED_ORDERS: ExportFormat<'order-lines'> = {
  id: 'woocommerce-orders-packed',
  platform,
  kind: 'order-lines',
  signatures: [
    ['order_number_formatted', 'order_id'],
    ['order_id', 'order_item_1'],
    ['order_item_1', 'order_total'],
    ['order_id', 'download_permissions_granted'],
    ['order_number', 'download_permissions_granted'],
  ],
  columns: {
    orderId: ['order_number', 'order_id'],
    orderedAt: ['date', 'order_date'],
    status: ['status'],
    orderDiscount: ['cart_discount', 'order_discount'],
    packedItems: ['order_item_*'],
    buyer: ['billing_email', 'customer_id', 'customer_user'],
  },
  needed: [['orderId'], ['orderedAt'], ['packedItems']],
  dateOrder: 'month-first',
  ...STATES,
};

/** Export of the plugin "Advanced Order Export", one row per line. */
const ORDERS: ExportFormat<'order-lines'> = {
  id: 'woocommerce-orders',
  platform,
  kind: 'order-lines',
  signatures: [
    ['Order Number', 'Quantity (- Refund)'],
    ['Order Number', 'Order Subtotal Amount'],
    ['Item Cost', 'Quantity (- Refund)'],
    ['Order Number', 'Item #', 'Item Cost'],
  ],
  columns: {
    orderId: ['Order Number'],
    orderedAt: ['Order Date'],
    status: ['Order Status'],
    productId: ['Product Id'],
    sku: ['SKU'],
    title: ['Item Name', 'Product Name', 'Name'],
    variant: ['Product Variation'],
    category: ['Category'],
    quantity: ['Quantity (- Refund)', 'Quantity'],
    unitPrice: ['Item Cost', 'Item Cost (inc. tax)'],
    orderDiscount: ['Cart Discount Amount'],
    coupon: ['Coupon Code', 'Coupons Used'],
    buyer: [
      ...['Email (Billing)', 'Billing Email', 'Billing Email Address', 'Customer Email'],
      ...['Customer User ID', 'Customer ID'],
    ],
  },
  needed: [['orderId'], ['orderedAt'], ['title', 'sku'], ['quantity']],
  ...STATES,
};

export const WOOCOMMERCE_FORMATS: readonly AnyExportFormat[] = [PRODUCTS, PACKED_ORDERS, ORDERS];
