import { words } from '#core/base/text/words.ts';
import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

/** In English, Indonesian, Vietnamese, Portuguese, Thai and Traditional Chinese (Taiwan). */
const ORDERS: ExportFormat<'order-lines'> = {
  id: 'shopee-orders',
  platform: 'Shopee',
  kind: 'order-lines',
  signatures: [
    ['Parent SKU Reference No.', 'SKU Reference No.'],
    ['Order Creation Date', 'Deal Price'],
    ['SKU Reference No.', 'Variation Name', 'Deal Price'],
    ['No. Pesanan', 'Status Pesanan'],
    ['No. Pesanan', 'Nama Produk'],
    ['Waktu Pesanan Dibuat', 'Nama Produk'],
    ['Mã đơn hàng', 'SKU phân loại hàng'],
    ['Mã đơn hàng', 'Trạng Thái Đơn Hàng', 'Tên sản phẩm'],
    ['ID do pedido', 'Nº de referência do SKU principal'],
    ['ID do pedido', 'Número de referência SKU'],
    ['ID do pedido', 'Status do pedido', 'Nome do Produto'],
    ['หมายเลขคำสั่งซื้อ', 'เลขอ้างอิง Parent SKU'],
    ['หมายเลขคำสั่งซื้อ', 'เลขอ้างอิง SKU (SKU Reference No.)'],
    ['หมายเลขคำสั่งซื้อ', 'สถานะการสั่งซื้อ', 'ชื่อสินค้า'],
    ['訂單編號', '商品選項貨號'],
    ['訂單編號', '商品活動價格*'],
    ['訂單成立日期', '商品選項名稱*'],
  ],
  columns: {
    orderId: words('Order ID, No. Pesanan, Mã đơn hàng, ID do pedido, หมายเลขคำสั่งซื้อ, 訂單編號'),
    orderedAt: words(
      'Order Creation Date, Waktu Pesanan Dibuat, Ngày đặt hàng, Data de criação do pedido',
      'วันที่ทำการสั่งซื้อ, 訂單成立日期, Order Paid Time, Waktu Pembayaran Dilakukan',
      'Hora do pagamento do pedido, เวลาการชำระสินค้า, 買家付款時間*',
    ),
    status: [
      ...['Order Status', 'Status Pesanan', 'Trạng Thái Đơn Hàng', 'Status do pedido'],
      ...['สถานะการสั่งซื้อ', '訂單狀態'],
    ],
    productId: [
      ...['商品ID', 'Parent SKU Reference No.', 'SKU Induk', 'SKU sản phẩm'],
      ...['Nº de referência do SKU principal', 'เลขอ้างอิง Parent SKU', '主商品貨號'],
    ],
    sku: [
      ...['SKU Reference No.', 'Nomor Referensi SKU', 'SKU phân loại hàng'],
      ...['Número de referência SKU', 'เลขอ้างอิง SKU (SKU Reference No.)', '商品選項貨號'],
    ],
    title: words('Product Name, Nama Produk, Tên sản phẩm, Nome do Produto, ชื่อสินค้า, 商品名稱*'),
    variant: [
      ...['Variation Name', 'Nama Variasi', 'Tên phân loại hàng', 'Nome da variação'],
      ...['ชื่อตัวเลือก', '商品選項名稱*'],
    ],
    quantity: ['Quantity', 'Jumlah', 'Số lượng', 'Quantidade', 'จำนวน', '數量'],
    returned: [
      ...['Returned quantity', 'Số lượng sản phẩm được hoàn trả', 'จำนวนที่ส่งคืน', '退貨數量'],
    ],
    unitPrice: words(
      'Deal Price, Harga Setelah Diskon, Giá ưu đãi, Preço acordado, ราคาขาย, 商品活動價格*',
    ),
    listPrice: words('Original Price, Harga Awal, Giá gốc, Preço original, ราคาตั้งต้น, 商品原價*'),
  },
  needed: [['orderId'], ['orderedAt'], ['title', 'sku', 'productId'], ['quantity']],
  productByTitle: true,
  // Orders waiting to be shipped are already paid.
  notSold: [...['cancel', 'batal', 'đã hủy', 'đã huỷ', 'ยกเลิก', '不成立', '取消', '已取消']],
  pending: [
    ...['unpaid', 'belum bayar', 'chờ thanh toán', 'chưa thanh toán', 'não pago'],
    ...['รอการชำระเงิน', '尚未付款', '待付款'],
  ],
};

/** Ads of one month by product. An ad's start and end are not the report's period, which is above the table. */
const ADS: ExportFormat<'ads'> = {
  id: 'shopee-ads',
  platform: 'Shopee Ads',
  kind: 'ads',
  signatures: [
    ['Nama Iklan', 'Biaya'],
    ['Nama Iklan', 'Kode Produk'],
    ['Jenis Iklan', 'Penempatan Iklan'],
    ['Ad Name', 'Expense'],
    ['Tên Dịch vụ Hiển thị', 'Chi phí'],
    ['Nome do Anúncio', 'Despesas'],
  ],
  columns: {
    title: ['Nama Iklan', 'Ad Name', 'Tên Dịch vụ Hiển thị', 'Nome do Anúncio'],
    productId: ['Kode Produk', 'Product ID', 'Mã sản phẩm', 'ID do produto'],
    spend: ['Biaya', 'Expense', 'Chi phí', 'Despesas'],
    impressions: ['Dilihat', 'Impression', 'Số lượt xem', 'Impressões'],
    clicks: ['Jumlah Klik', 'Clicks', 'Số lượt click', 'Cliques'],
  },
  needed: [['title', 'productId'], ['spend']],
  dateOrder: 'day-first',
};

export const SHOPEE_FORMATS: readonly AnyExportFormat[] = [ORDERS, ADS];
