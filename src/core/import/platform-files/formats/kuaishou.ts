import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

const ORDERS: ExportFormat<'order-lines'> = {
  id: 'kuaishou-orders',
  platform: '快手',
  kind: 'order-lines',
  currency: 'CNY',
  signatures: [
    ['订单号', '成交数量', '实付款'],
    ['成交数量', 'SKU编码'],
    ['CPS达人ID', '快赚客ID'],
  ],
  columns: {
    orderId: ['订单号'],
    orderedAt: ['订单创建时间', '订单支付时间'],
    status: ['订单状态', '售后状态'],
    dispatched: ['发货时间', '快递单号'],
    productId: ['商品ID'],
    sku: ['SKU编码'],
    title: ['商品名称'],
    variant: ['商品规格'],
    quantity: ['成交数量'],
    unitPrice: ['商品单价'],
    paidTotal: ['实付款'],
    channel: ['渠道', '订单载体'],
  },
  needed: [['orderId'], ['orderedAt'], ['title', 'productId', 'sku'], ['quantity']],
  notSold: ['交易关闭', '已关闭', '已取消'],
  paidBack: { all: ['退款成功', '售后成功'], some: [] },
  pending: ['待付款', '待支付'],
};

export const KUAISHOU_FORMATS: readonly AnyExportFormat[] = [ORDERS];
