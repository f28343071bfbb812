import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

/** 包裹详情 of 千帆: one row per item of a parcel. */
const ORDERS: ExportFormat<'order-lines'> = {
  id: 'xiaohongshu-orders',
  platform: '小红书',
  kind: 'order-lines',
  currency: 'CNY',
  signatures: [
    ['订单号', 'SKU件数'],
    ['小红书编码', 'SKU名称'],
    ['订单号', '商家应收金额(元)*'],
  ],
  columns: {
    orderId: ['订单号'],
    orderedAt: ['订单创建时间', '支付时间', '下单时间'],
    status: ['订单状态', '售后状态'],
    dispatched: ['订单发货时间', '快递单号'],
    productId: ['商品ID'],
    sku: ['商家编码', '规格ID', '小红书编码', '条形码'],
    title: ['商品名称', 'SKU名称'],
    variant: ['SKU规格', '规格'],
    quantity: ['SKU件数'],
    lineTotal: ['商品总价(元)'],
    paidTotal: ['商家应收金额(元)*', '商家实收金额(元)', '用户应付金额(元)'],
  },
  needed: [['orderId'], ['orderedAt'], ['title', 'productId', 'sku'], ['quantity']],
  notSold: ['已取消', '已关闭'],
  paidBack: { all: ['售后完成', '退款成功'], some: [] },
  pending: ['待支付', '待付款'],
};

export const XIAOHONGSHU_FORMATS: readonly AnyExportFormat[] = [ORDERS];
