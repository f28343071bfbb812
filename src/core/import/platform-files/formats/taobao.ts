import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

const platform = '淘宝/天猫';
const NOT_SOLD: readonly string[] = ['交易关闭', '已关闭', '没有创建支付宝交易'];
const PAID_BACK = { all: ['退款成功'], some: [] };
const PENDING: readonly string[] = ['等待买家付款', '付款确认中'];

/** 订单报表: one row per order with the joined titles of its items. Shortened versions of the table are recognised too. */
const ORDERS: ExportFormat<'orders'> = {
  id: 'taobao-orders',
  platform,
  kind: 'orders',
  currency: 'CNY',
  signatures: [
    ['订单编号', '宝贝总数量'],
    ['订单编号', '宝贝标题'],
    ['订单编号', '买家实际支付金额'],
    ['宝贝标题', '宝贝总数量'],
    ['订单创建时间', '买家实际支付金额'],
  ],
  columns: {
    orderId: ['订单编号'],
    orderedAt: ['订单创建时间', '订单付款时间'],
    status: ['订单状态'],
    dispatched: ['物流单号'],
    title: ['宝贝标题'],
    quantity: ['宝贝总数量'],
    orderTotal: ['买家实际支付金额', '总金额'],
    channel: ['店铺名称'],
    buyer: ['买家会员名', '买家昵称', '买家支付宝账号'],
    refunded: ['退款金额'],
  },
  needed: [['orderId', 'title'], ['orderedAt']],
  notSold: NOT_SOLD,
  pending: PENDING,
};

/** 宝贝报表: one row per line. The order date is only in the 订单报表. */
const ITEMS: ExportFormat<'order-lines'> = {
  id: 'taobao-order-items',
  platform,
  kind: 'order-lines',
  currency: 'CNY',
  signatures: [
    ['订单编号', '购买数量'],
    ['标题', '购买数量'],
    ['外部系统编号', '商品属性'],
    ['商品属性', '套餐信息'],
  ],
  columns: {
    orderId: ['主订单编号', '订单编号'],
    orderedAt: ['订单创建时间', '订单付款时间'],
    status: ['订单状态', '退款状态'],
    dispatched: ['发货时间', '物流单号'],
    productId: ['商品ID', '宝贝ID'],
    sku: ['商家编码', '外部系统编号'],
    title: ['标题', '商品标题', '宝贝标题'],
    variant: ['商品属性'],
    quantity: ['购买数量'],
    unitPrice: ['价格', '商品价格'],
  },
  needed: [['orderId'], ['title', 'sku', 'productId'], ['quantity']],
  notSold: NOT_SOLD,
  paidBack: PAID_BACK,
  pending: PENDING,
};

export const TAOBAO_FORMATS: readonly AnyExportFormat[] = [ORDERS, ITEMS];
