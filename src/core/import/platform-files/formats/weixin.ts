import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

/** Orders of 微信小店, which 视频号 sells through. */
const ORDERS: ExportFormat<'order-lines'> = {
  id: 'weixin-orders',
  platform: '微信小店',
  kind: 'order-lines',
  currency: 'CNY',
  signatures: [
    ['订单号', '订单下单时间', '商品数量'],
    ['订单下单时间', '商品编码(平台)'],
    ['商品编码(自定义)', '商品实际价格(总共)'],
  ],
  columns: {
    orderId: ['订单号'],
    orderedAt: ['订单下单时间', '支付时间'],
    status: ['订单状态', '商品售后'],
    dispatched: ['订单发货时间', '快递单号'],
    productId: ['商品编码(平台)'],
    sku: ['SKU编码(自定义)', '商品编码(自定义)'],
    title: ['商品名称'],
    variant: ['商品属性'],
    quantity: ['商品数量'],
    unitPrice: ['商品价格(单件)'],
    paidTotal: ['商品实际价格(总共)'],
    channel: ['带货方式', '带货账号类型'],
  },
  needed: [['orderId'], ['orderedAt'], ['title', 'productId', 'sku'], ['quantity']],
  notSold: ['已取消', '已关闭', '交易关闭'],
  paidBack: { all: ['退款完成', '退款成功', '已退款', '售后完成'], some: [] },
  pending: ['待付款', '待支付'],
};

export const WEIXIN_FORMATS: readonly AnyExportFormat[] = [ORDERS];
