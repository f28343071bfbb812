import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

/** In Indonesian and English. */
const ORDERS: ExportFormat<'order-lines'> = {
  id: 'shopee-orders',
  platform: 'Shopee',
  kind: 'order-lines',
  signatures: [
    ['No. Pesanan', 'Status Pesanan'],
    ['No. Pesanan', 'Nama Produk'],
    ['Waktu Pesanan Dibuat', 'Nama Produk'],
    ['Parent SKU Reference No.', 'SKU Reference No.'],
    ['Order Creation Date', 'Deal Price'],
    ['SKU Reference No.', 'Variation Name', 'Deal Price'],
  ],
  columns: {
    orderId: ['No. Pesanan', 'Order ID'],
    orderedAt: [
      ...['Waktu Pesanan Dibuat', 'Order Creation Date'],
      ...['Waktu Pembayaran Dilakukan', 'Order Paid Time'],
    ],
    status: ['Status Pesanan', 'Order Status'],
    productId: ['SKU Induk', 'Parent SKU Reference No.'],
    sku: ['Nomor Referensi SKU', 'SKU Reference No.'],
    title: ['Nama Produk', 'Product Name'],
    variant: ['Nama Variasi', 'Variation Name'],
    quantity: ['Jumlah', 'Quantity'],
    returned: ['Returned quantity'],
    unitPrice: ['Harga Setelah Diskon', 'Deal Price'],
    listPrice: ['Harga Awal', 'Original Price'],
  },
  needed: [['orderId'], ['orderedAt'], ['title', 'sku', 'productId'], ['quantity']],
  productByTitle: true,
  notSold: ['batal', 'belum bayar', 'cancel', 'unpaid'],
};

/** A month of ads by product. When an ad started and ended is not what the report is about: its period stands above the table. */
const ADS: ExportFormat<'ads'> = {
  id: 'shopee-ads',
  platform: 'Shopee Ads',
  kind: 'ads',
  signatures: [
    ['Nama Iklan', 'Biaya'],
    ['Nama Iklan', 'Kode Produk'],
    ['Jenis Iklan', 'Penempatan Iklan'],
    ['Ad Name', 'Expense'],
  ],
  columns: {
    title: ['Nama Iklan', 'Ad Name'],
    productId: ['Kode Produk', 'Product ID'],
    spend: ['Biaya', 'Expense'],
    impressions: ['Dilihat', 'Impression'],
    clicks: ['Jumlah Klik', 'Clicks'],
  },
  needed: [['title', 'productId'], ['spend']],
  dateOrder: 'day-first',
};

export const SHOPEE_FORMATS: readonly AnyExportFormat[] = [ORDERS, ADS];
