import { describe, expect, it } from 'vitest';
import { columnName } from '#core/import/platform-files/column-name.ts';
import {
  AD_FIELDS,
  CATALOGUE_FIELDS,
  LINE_FIELDS,
  ORDER_FIELDS,
  REPEATED_FIELDS,
  RETURN_FIELDS,
  STOCK_FIELDS,
  TRAFFIC_FIELDS,
  type ExportKind,
} from '#core/import/platform-files/export-format.ts';
import { EXPORT_FORMATS } from '#core/import/platform-files/formats.ts';

const FIELDS: Readonly<Record<ExportKind, readonly string[]>> = {
  'order-lines': LINE_FIELDS,
  orders: ORDER_FIELDS,
  catalogue: CATALOGUE_FIELDS,
  stock: STOCK_FIELDS,
  traffic: TRAFFIC_FIELDS,
  ads: AD_FIELDS,
  returns: RETURN_FIELDS,
};
const byId = EXPORT_FORMATS.map((format) => [format.id, format] as const);

/** Whether an order in a state counts as sold, as the contract compares states. */
function isSold(id: string, state: string): boolean {
  const { notSold = [], pending = [] } = EXPORT_FORMATS.find((format) => format.id === id)!;
  const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
  return ![...notSold, ...pending].some((prefix) => folded(state).startsWith(folded(prefix)));
}

describe('EXPORT_FORMATS', () => {
  it('calls each by another id', () => {
    expect(new Set(byId.map(([id]) => id)).size).toBe(byId.length);
  });

  it.each(byId)('has a column for all that %s needs', (_, { columns, needed, kind }) => {
    expect(needed.length).toBeGreaterThan(0);
    for (const field of needed.flat()) expect(Object.keys(columns)).toContain(field);
    for (const field of Object.keys(columns)) expect(FIELDS[kind]).toContain(field);
  });

  it.each(byId)('names no column of %s twice in a field', (_, { columns }) => {
    for (const names of Object.values(columns)) {
      const bare = names.map(columnName);
      expect(new Set(bare).size).toBe(bare.length);
    }
  });

  it.each(byId)('knows %s by another set of names than every other', (id, format) => {
    const setsOf = (signatures: readonly (readonly string[])[]): string[] =>
      signatures.map((names) => names.map(columnName).sort().join('\n'));
    const others = EXPORT_FORMATS.filter((other) => other.id !== id);
    const taken = new Set(others.flatMap(({ signatures }) => setsOf(signatures)));
    expect(setsOf(format.signatures).filter((set) => taken.has(set))).toEqual([]);
  });

  it('has names of its own for all but the tables of no platform, which are asked for last', () => {
    const unsigned = EXPORT_FORMATS.filter(({ signatures }) => signatures.length === 0);
    expect(unsigned.map(({ id }) => id)).toEqual([
      ...['plain-order-lines', 'plain-order-details', 'plain-orders', 'plain-catalogue'],
    ]);
    expect(EXPORT_FORMATS.slice(-4)).toEqual(unsigned);
  });

  it('repeats only fields that some kind has', () => {
    const fields = new Set(Object.values(FIELDS).flat());
    expect([...REPEATED_FIELDS].filter((field) => !fields.has(field))).toEqual([]);
  });

  it.each([
    ['shopify-orders', 'paid, partially_paid, partially_refunded, refunded, authorized'],
    [
      'amazon-orders',
      'Shipped, Unshipped, Shipping, PartiallyShipped, Shipped - Delivered to Buyer',
    ],
    ['amazon-transactions', 'Order, Refund, Bestellung, Erstattung'],
    ['amazon-india-sales', 'Shipped, Shipped - Delivered to Buyer, Shipped - Picked Up, Shipping'],
    ['woocommerce-orders', 'Completed, Processing, Refunded, Abgeschlossen, In Bearbeitung'],
    ['woocommerce-orders-packed', 'completed, processing'],
    ['etsy-orders', 'Shipped, Not Shipped, Paid'],
    ['taobao-orders', '交易成功, 买家已付款，等待卖家发货, 卖家已发货，等待买家确认, 退款成功'],
    ['taobao-order-items', '交易成功, 退款成功'],
    ['douyin-orders', '已完成, 已发货, 待发货, -, 售后关闭, 退款成功'],
    ['pinduoduo-orders', '待发货, 已发货，待签收, 已签收, 已收货, 无售后或售后取消'],
    ['pinduoduo-orders', '已发货，退款成功, 已收货，退款成功, 退款成功'],
    ['xiaohongshu-orders', '已完成, 已签收, 无售后, 售后完成'],
    ['jd-orders', '完成, 等待出库, 等待确认收货'],
    ['tiktok-shop-orders', 'Shipped, Completed, จัดส่งแล้ว, จัดส่งสำเร็จ'],
    ['shopee-orders', 'Selesai, Sedang Dikirim, Completed, Shipping, To ship, Order Received'],
    ['shopee-orders', 'Hoàn thành, Đang giao, Concluído, A Enviar, Entregue, สำเร็จแล้ว, ที่ต้องจัดส่ง'],
    ['shopee-orders', 'O comprador pode pedir uma devolução até 2026-08-30, 已完成, 待出貨'],
    ['mercado-livre-sales', 'Entregue, A caminho, Venda entregue, Devolvido, Reembolsado'],
  ])('counts as sold for %s: %s', (id, states) => {
    expect(states.split(', ').filter((state) => !isSold(id, state))).toEqual([]);
  });

  it.each([
    ['shopify-orders', 'voided, pending, expired'],
    ['amazon-orders', 'Cancelled, Pending, Canceled'],
    [
      'amazon-transactions',
      'Adjustment, Transfer, Service Fee, FBA Inventory Fee, Refund_Retrocharge',
    ],
    [
      'amazon-india-sales',
      'Cancelled, Pending, Shipped - Returned to Seller, Shipped - Rejected by Buyer',
    ],
    ['woocommerce-orders', 'Cancelled, Failed, Pending payment, On hold, Storniert'],
    ['woocommerce-orders-packed', 'cancelled, failed, pending, on-hold'],
    ['etsy-orders', 'Canceled'],
    ['taobao-orders', '交易关闭, 等待买家付款'],
    ['taobao-order-items', '交易关闭, 等待买家付款'],
    ['douyin-orders', '已关闭, 待支付'],
    ['pinduoduo-orders', '已取消, 未发货，退款成功, 未发货,退款成功, 待支付'],
    ['xiaohongshu-orders', '已取消, 已关闭, 待支付'],
    ['kuaishou-orders', '交易关闭, 待付款'],
    ['jd-orders', '已取消, (删除)等待出库, （删除）已取消'],
    ['tiktok-shop-orders', 'Canceled, Cancel, Unpaid, To ship, ยกเลิกแล้ว, ที่จะจัดส่ง'],
    ['shopee-orders', 'Batal, Belum Bayar, Cancelled, Unpaid, Đã hủy, Đã huỷ, Chờ thanh toán'],
    ['shopee-orders', 'Cancelado, Não pago, ยกเลิกแล้ว, รอการชำระเงิน, 不成立, 尚未付款'],
    ['mercado-livre-sales', 'Cancelada pelo comprador, Venda cancelada, Pacote de 2 produtos'],
  ])('counts as not sold for %s: %s', (id, states) => {
    expect(states.split(', ').filter((state) => isSold(id, state))).toEqual([]);
  });
});
