import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

const ORDERS: ExportFormat<'order-lines'> = {
  id: 'douyin-orders',
  platform: '抖店',
  kind: 'order-lines',
  currency: 'CNY',
  signatures: [
    ['主订单编号', '选购商品'],
    ['子订单编号', '选购商品'],
    ['主订单编号', '子订单编号', '订单应付金额'],
    ['选购商品', '订单提交时间'],
  ],
  columns: {
    orderId: ['主订单编号'],
    orderedAt: ['订单提交时间', '支付完成时间'],
    status: ['订单状态', '售后状态'],
    dispatched: ['发货时间'],
    productId: ['商品ID'],
    sku: ['商家编码', '货号'],
    title: ['选购商品'],
    variant: ['商品规格'],
    quantity: ['商品数量'],
    // Price of one unit, whatever the column is called.
    unitPrice: ['商品单价', '商品金额'],
    paidTotal: ['订单应付金额'],
    discount: [...['平台实际承担优惠金额', '商家实际承担优惠金额', '达人实际承担优惠金额']],
    channel: ['流量来源', '流量体裁', '广告渠道', 'APP渠道'],
  },
  needed: [['orderId'], ['orderedAt'], ['title', 'productId', 'sku'], ['quantity']],
  notSold: ['已关闭', '已取消'],
  paidBack: { all: ['退款成功', '已全额退款'], some: [] },
  pending: ['待支付', '待付款', '未支付'],
};

export const DOUYIN_FORMATS: readonly AnyExportFormat[] = [ORDERS];
