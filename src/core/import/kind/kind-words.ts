// Words of headers and file names that tell kinds of files apart, in the languages of exports. Each stands for itself as a word; those of
// scripts without spaces, and those with a star, for any part of a header.

import { words } from '#core/base/text/words.ts';
import type { ForeignKind } from './kinds.ts';

/** A kind that words tell. */
export type NamedKind = Exclude<ForeignKind, 'other' | 'product-report'>;

export const KIND_WORDS: Readonly<Record<NamedKind, readonly string[]>> = {
  returns: words(
    'return, returns, returned, return date, return reason, rma, date processed, refund reason, disposition',
    'retour*, ruckgabe*, rucksend*, devol*, motivo, 退货, 退款, 返品',
  ),
  settlement: words(
    'settlement, settlement id, deposit date, payout, payouts, payout date, balance, balance impact, amount, receipt id, fee, fees, fee type, net, gross',
    'debit, credit, transaction type, amount type, amount description, card type, card brand, card source, merchant',
    'iban, account number, reference, withdrawal, statement, bank, vat, commission, payment method, payment, payments',
    'saldo, buchung*, valuta, gebuhr*, verwendungszweck, auszahlung*, umsatzart, konto*, soll, haben, provision',
    'solde, libelle, virement, comision*, saldo final, 手续费, 余额, 结算, 入账, 支出, 收入金额, 账单, 流水',
  ),
  till: words(
    'receipt, receipt no, receipt number, transaction, transaction no, register, cashier, till, bill no, table no, basket',
    'bon, bonnr, beleg*, kasse*, kassier*, ticket de caisse, caisse, caja, 小票, 收银',
  ),
  reviews: words(
    'comment, comments, review, reviews, review text, rating, ratings, stars, reviewer, verified purchase, helpful votes',
    'commentaire, utilisateur, avis, bewertung*, rezension*, opinion*, valoracion*, avaliac*, comentario*, texto, nota, 评论, 评价, 评分, 好评, 差评',
  ),
  'shop-report': words(
    'sales, revenue, units, umsatz, ventes, ventas, 销售额, 销量, sessions, visitors, landing page, source medium, unique visitors, users, new users, page views, pageviews, bounce rate, conversion rate',
    'total sales, gross sales, net sales, average order value, orders, add to cart, active users, event name, event count',
    'besucher, sitzungen, visites, visitas, 访客数, 浏览量, 转化率, 客单价, 支付金额, 支付买家数',
  ),
  customers: words(
    'customer id, first name, last name, customer name, email, e mail, phone, accepts marketing, total spent, total orders',
    'address, address1, city, zip, postcode, country, gender, date of birth, company, newsletter, customer since, subscribed',
    'kunde*, vorname, nachname, strasse, plz, ort, telefon, anrede, nom, prenom, ville, correo, telefono, nombre',
    '客户, 姓名, 手机, 会员, 地址',
  ),
  chats: words(
    'ticket, ticket id, message, messages, sender, agent, assignee, requester, subject, conversation, conversation id, chat',
    'response time, resolution time, first response, priority, transcript, from, to, body, author, role, inbox',
    'nachricht*, betreff, absender, mensaje*, asunto, 会话, 消息, 客服, 发送',
  ),
  'price-list': words(
    'moq, msrp, rrp, srp, wholesale, wholesale price, trade price, pack size, pack, case qty, carton, units per carton, uom',
    'supplier, supplier code, part number, hs code, lead time, dealer price, net price, min order, minimum order, cost price',
    'lieferant*, vpe, ek*, uvp*, preisliste*, tarif*, prix achat, proveedor*, mindestmenge, 供应商, 起订量, 出厂价, 批发价, 装箱',
  ),
  ads: words(
    'campaign, campaign id, campaign name, ad group, ad group name, ad set, ad set name, ad id, ad name, impressions, clicks',
    'ctr, cpc, avg cpc, cpm, spend, amount spent, cost per click, roas, acos, reach, conversions, keyword, match type',
    'kampagne*, anzeige*, klicks, campana*, impresiones, 计划名称, 曝光量, 点击量, 展现量, 消耗, 花费, 推广',
  ),
  market: words(
    'search volume, search term, top queries, queries, query, position, ctr, clicks, impressions, interest, trend, trends, index, competition, keyword, keywords, avg monthly searches',
    'rank, ranking, competitor, competitors, seller, site, serp, cpc, keyword difficulty, search frequency rank, click share, bsr, suchvolumen, volumen, 搜索量, 搜索人气, 关键词, 热度, 指数',
  ),
  catalogue: words(
    'handle, body html, vendor, variant price, option1 name, image src, image url, images, description, short description',
    'barcode, seo title, tags, url, link, condition, availability, gtin, mpn, in stock, published, bild*, beschreibung',
    'artikelbezeichnung, descripcion, imagen*, image, photo, nombre, 商品详情, 图片, 链接, 主图',
  ),
  stock: words(
    'stock, hs code, coo, stock on hand, on hand, quantity on hand, in stock, inventory, warehouse, bin, available, reserved, committed',
    'incoming, reorder point, reorder level, location, bestand*, lager*, lagerort, existencia*, almacen, entrepot, inventaire',
    '库存, 仓库, 可用, 在途, 在庫, 繰越, 入荷, 入库, 盘点, counted*, stocktake',
  ),
  orders: words(
    'order, order id, order item id, order number, recipient name, ship address 1, ship city, ship postal code, order no, order date, order status, order total, invoice, invoice no, billing address',
    'shipping address, shipping method, shipping, fulfilment status, fulfillment status, tracking number, coupon, purchase date',
    'bestellung*, bestellnummer, auftrag*, rechnung*, versand*, commande*, pedido*, 订单, 下单, 发货, 收货, 注文',
  ),
};

/** Words of a file's name. A seller names a file after what it is. */
export const FILE_WORDS: Readonly<Partial<Record<NamedKind, readonly string[]>>> = {
  returns: words('return, returns, refund, refunds, retour*, rucksend*, devol*, 退货, 退款, 返品'),
  settlement: words(
    'settlement, statement, payout, payouts, transactions, payments, payment, fees, balance, bank',
    'konto*, abrechnung*, buchung*, 结算, 账单, 流水, 对账',
  ),
  reviews: words('reviews, review, feedback, avis, bewertungen, rezensionen, avaliac*, 评价, 评论'),
  till: words('till, pos, receipts, kasse*, bon, bons, caisse, caja'),
  customers: words(
    'customer, customers, kunden, clients, clientes, subscribers, contacts, 客户, 会员',
  ),
  chats: words(
    'tickets, chat, chats, messages, conversations, support, zendesk, whatsapp, 客服, 聊天',
  ),
  'price-list': words(
    'pricelist, price list, supplier, wholesale, preisliste, tarif, lista de precios, 报价, 价目',
  ),
  stock: words('stock, inventory, bestand, lagerbestand, inventario, inventaire, 库存, 在庫'),
  ads: words('ads, ad, campaign, campaigns, adwords, kampagnen, 广告, 推广, 投放'),
  market: words('trends, keywords, keyword, 指数, 关键词'),
  catalogue: words('catalog, catalogue, listings, listing, produkte, artikel, productos, 商品'),
  orders: words(
    'orders, order, sales, bestellungen, verkaufe, verkaufsdaten, commandes, ventes, pedidos, ventas, 订单, 注文, 売上',
  ),
};
