import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

const ORDERS: ExportFormat<'order-lines'> = {
  id: 'pinduoduo-orders',
  platform: '拼多多',
  kind: 'order-lines',
  currency: 'CNY',
  signatures: [
    ['订单号', '商品数量(件)'],
    ['商品总价(元)', '多多支付立减金额(元)'],
    ['商品总价(元)', '商家实收金额(元)'],
    ['商品数量(件)', '订单成交时间'],
    ['商品规格', '样式ID'],
    ['订单号', '商家编码-规格维度'],
  ],
  columns: {
    orderId: ['订单号'],
    orderedAt: ['订单成交时间', '订单付款时间', '支付时间'],
    status: ['订单状态', '售后状态'],
    dispatched: ['发货时间', '快递单号'],
    productId: ['商品id'],
    sku: ['商家编码-规格维度', '商家编码-商品维度', '样式ID'],
    title: ['商品'],
    variant: ['商品规格'],
    category: ['商品三级类目', '商品二级类目', '商品一级类目', '商品四级类目'],
    quantity: ['商品数量(件)'],
    lineTotal: ['商品总价(元)'],
    paidTotal: ['用户实付金额(元)', '商家实收金额(元)'],
    discount: ['店铺优惠折扣(元)', '平台优惠折扣(元)', '多多支付立减金额(元)'],
  },
  needed: [['orderId'], ['orderedAt'], ['title', 'productId', 'sku'], ['quantity']],
  notSold: ['已取消', '未发货，退款成功', '未成交，退款成功'],
  paidBack: {
    all: ['退款成功', '已发货，退款成功', '已收货，退款成功', '已签收，退款成功'],
    some: [],
  },
  pending: ['待支付', '待付款'],
};

export const PINDUODUO_FORMATS: readonly AnyExportFormat[] = [ORDERS];
