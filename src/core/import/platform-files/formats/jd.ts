import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

const ORDERS: ExportFormat<'order-lines'> = {
  id: 'jd-orders',
  platform: '京东',
  kind: 'order-lines',
  currency: 'CNY',
  signatures: [
    ['订单号', '京东价'],
    ['订单号', '订购数量'],
    ['商品名称', '订购数量'],
    ['商品ID', '京东价'],
  ],
  columns: {
    orderId: ['订单号'],
    orderedAt: ['下单时间', '付款确认时间'],
    status: ['订单状态'],
    productId: ['商品ID'],
    sku: ['货号'],
    title: ['商品名称'],
    quantity: ['订购数量'],
    unitPrice: ['京东价'],
    channel: ['订单渠道', '订单来源'],
  },
  needed: [['orderId'], ['orderedAt'], ['title', 'productId', 'sku'], ['quantity']],
  notSold: ['已取消', '取消', '(删除)', '已删除'],
  pending: ['等待付款', '未付款'],
};

export const JD_FORMATS: readonly AnyExportFormat[] = [ORDERS];
