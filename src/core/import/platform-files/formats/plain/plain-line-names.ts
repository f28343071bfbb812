// Sellers' names for the columns of order tables of no platform, best first.

import { words } from '#core/base/text/words.ts';
import type {
  ColumnNames,
  ExportFormat,
  FieldsByKind,
} from '#core/import/platform-files/export-format.ts';
import { written } from './written-names.ts';

type PlainField = Exclude<
  FieldsByKind['order-lines'],
  'rowKind' | 'dispatched' | 'paidTotal' | 'orderDiscount' | 'refunded' | 'returned' | 'packedItems'
>;

export const LINE_NAMES: Readonly<Record<PlainField, ColumnNames>> = {
  orderId: [
    ...written('order id', 'order number', 'order no', 'order no.', 'order #', 'order ref'),
    ...written('invoice no', 'invoice number', 'invoice id', 'invoice', 'receipt number'),
    ...written('transaction id', 'basket id', 'sale id', 'id venda', 'id venta', 'id vente'),
    ...written('transakcja id', 'id transakcji', 'nr zamówienia', 'número do pedido'),
    ...['bestellnummer', 'bestellnr', 'bestell-nr.', 'bestellnr.', 'auftragsnummer', 'bestell-id'],
    ...['auftragsnr.', 'rechnungsnummer', 'rechnungsnr.', 'belegnummer'],
    ...['订单号', '订单编号', '订单id', '订单 id', '主订单编号', '单号', '交易号', '流水号'],
    ...['注文番号', '注文id', '受注番号'],
    ...['numéro de commande', 'n° de commande', 'número de pedido', 'id de pedido'],
  ],
  orderedAt: [
    ...written('order date', 'ordered at', 'date ordered', 'purchase date', 'created at'),
    ...written('invoice date', 'sale date', 'sold at', 'transaction date', 'trans date', 'paid at'),
    ...written('order time', 'sales date', 'date of sale', 'date of purchase', 'order datetime'),
    ...written('date', 'date time', 'date and time', 'timestamp'),
    ...['bestelldatum', 'bestellt am', 'auftragsdatum', 'rechnungsdatum', 'kaufdatum'],
    ...['verkaufsdatum', 'datum', 'belegdatum'],
    ...['下单时间', '下单日期', '订单时间', '订单日期', '订单创建时间', '付款时间', '支付时间'],
    ...['成交时间', '销售日期', '交易时间', '创建时间', '日期'],
    ...['注文日', '注文日時', '受注日', '日付', '売上日', '販売日'],
    ...['date de commande', 'date de la commande', 'fecha de pedido', 'fecha del pedido', 'fecha'],
    ...written('fecha de venta', 'date de vente', 'data da venda', 'data vendita', 'data'),
  ],
  orderedTime: ['time', 'time of day', 'uhrzeit', 'heure', 'hora', 'ora', '时间', '時刻'],
  status: [
    ...written('order status', 'status', 'financial status', 'payment status'),
    ...['bestellstatus', '订单状态', '状态', '交易状态', '注文ステータス'],
  ],
  cancelledAt: written('cancelled at', 'canceled at', 'cancellation date'),
  productId: [
    ...written('product id', 'item id', 'stock code', 'product code', 'item code', 'item number'),
    ...['asin', 'artikelnummer', 'artikelnr.', 'artikel-nr.', 'produktnummer', 'produkt-id'],
    ...['商品id', '商品编号', '商品编码', '产品编号', '宝贝id', '商品番号', '商品コード'],
  ],
  sku: [
    ...written('sku', 'sku id', 'variant sku', 'item sku', 'product sku', 'seller sku'),
    ...['商家编码', 'sku编码', '货号', '规格编码'],
  ],
  title: [
    ...written('product name', 'item name', 'product title', 'item title', 'title', 'product'),
    ...written('item', 'description', 'item description', 'product description'),
    ...['artikelbezeichnung', 'produktname', 'artikelname', 'bezeichnung', 'artikel', 'produkt'],
    ...['商品名称', '商品标题', '宝贝标题', '产品名称', '品名', '标题', '商品', '商品名'],
    ...['produit', 'nom du produit', 'producto', 'nombre del producto', 'prodotto', 'produto'],
    ...written('dish', 'menu item', 'piatto', 'plato', 'plat', 'gericht', '菜品', '菜名'),
  ],
  variant: [
    ...written('variant', 'variation', 'variant title', 'option'),
    ...['variante', '规格', '商品规格', '商品属性'],
  ],
  category: [
    ...written('category', 'product category', 'product type', 'product line', 'product group'),
    ...written('sub category', 'department'),
    ...['kategorie', 'warengruppe', '类目', '品类', '分类', 'カテゴリ'],
  ],
  brand: ['brand', 'vendor', 'marke', 'hersteller', '品牌', 'ブランド'],
  quantity: [
    ...written('quantity', 'qty', 'order quantity', 'item quantity', 'quantity ordered'),
    ...written('units', 'pieces'),
    ...written('quantité', 'cantidad', 'quantità', 'quantità venduta', 'quantidade', 'ilość'),
    ...['menge', 'anzahl', 'stückzahl', 'stück', 'bestellmenge'],
    ...['数量', '购买数量', '商品数量', '件数', '订购数量', '销售数量', '注文数', '個数'],
  ],
  unitPrice: [
    ...written('unit price', 'price', 'item price', 'price per unit', 'selling price'),
    ...written('prix unitaire', 'precio unitario', 'prezzo unitario', 'preço unitário', 'cena'),
    ...['einzelpreis', 'stückpreis', 'preis', 'verkaufspreis', '单价', '价格', '售价', '単価'],
  ],
  lineTotal: [
    ...written('line total', 'item total', 'amount', 'subtotal', 'sales', 'revenue'),
    ...written('line amount', 'item subtotal', 'sales amount', 'gross sales', 'extended price'),
    ...words('gesamtpreis, betrag, umsatz, positionssumme, 金额, 小计, 商品金额, 小計, 売上金額'),
  ],
  listPrice: [
    ...written('list price', 'compare at price', 'original price', 'msrp'),
    ...['listenpreis', 'uvp', '原价', '标价'],
  ],
  discount: [
    ...written('discount', 'discount amount', 'item discount', 'line discount'),
    ...['rabatt', 'rabattbetrag', '优惠金额', '折扣金额'],
  ],
  discountPercent: [
    ...written('discount percent', 'discount percentage', 'discount rate'),
    ...['discount %', 'discount (%)', 'discount pct', 'remise (%)', 'remise %', 'remise en %'],
    ...['rabatt %', 'rabatt (%)', 'rabatt in %', 'descuento (%)', 'descuento %', 'sconto (%)'],
  ],
  coupon: [
    ...written('coupon', 'coupon code', 'discount code', 'voucher', 'promo code'),
    ...['gutschein', 'gutscheincode', '优惠券', 'クーポン'],
  ],
  channel: [
    ...written('channel', 'sales channel', 'source', 'marketplace', 'platform'),
    ...['kanal', 'vertriebskanal', 'verkaufskanal', 'marktplatz', '渠道', '销售渠道', '平台'],
  ],
  buyer: [
    ...written('customer email', 'buyer email', 'email address', 'email', 'e-mail'),
    ...written('customer id', 'customer number', 'customer no', 'buyer id', 'buyer username'),
    ...written('client id', 'member id', 'membership id', 'user id', 'household id', 'buyer'),
    ...['kundennummer', 'kundennr.', 'kunden-id', 'kunden-e-mail', 'e-mail-adresse'],
    ...['买家会员名', '买家昵称', '会员号', '会员id', '会员编号', '客户编号', '客户id', '用户id'],
    ...['顧客番号', '会員番号', '会員id'],
    ...['id client', 'numéro client', 'id cliente', 'número de cliente'],
  ],
};

/** States of orders. */
export const STATES: Required<Pick<ExportFormat, 'notSold' | 'pending' | 'paidBack'>> = {
  notSold: [
    ...['cancelled', 'canceled', 'voided', 'failed', 'expired', 'storniert', 'abgebrochen'],
    ...['已取消', '交易关闭', '已关闭', '退款成功', 'キャンセル'],
  ],
  pending: words('pending, unpaid, unbezahlt, offen, 待付款, 待支付, 等待买家付款, 未付款, 未払い'),
  paidBack: {
    all: ['refunded', 'erstattet'],
    some: ['partially refunded', 'partially_refunded', 'teilweise erstattet'],
  },
};
