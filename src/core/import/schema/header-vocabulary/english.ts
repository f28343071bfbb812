import { words } from '#core/base/text/words.ts';
import type { FieldWords } from './vocabulary.ts';

export const ENGLISH: FieldWords = {
  productId: words(
    'product id, sku, item id, asin, child asin, listing id, article number, stock code',
    'item number, product code, handle, variant sku, seller sku, id, item sku, product sku',
    'style number, parent asin, barcode, ean, upc, gtin',
  ),
  title: words(
    'title, product title, product name, item name, name, product, listing title, item title, item',
    'description, product description, short description, book, book title, game, game title',
    'movie, movie title, film, film title, app, app name, track name, song',
  ),
  category: [
    ...['category', 'product category', 'product type', 'department', 'categories'],
    ...['type', 'product group', 'collection'],
  ],
  brand: ['brand', 'brand name', 'vendor', 'manufacturer', 'maker', 'supplier', 'label'],
  listPrice: words(
    'list price, regular price, full price, original price, rrp, msrp, retail price',
    'compare at price, price, unit price, product price, base price, variant price',
  ),
  unitCost: [
    ...['unit cost', 'cost', 'cost per item', 'cost price', 'cogs', 'purchase price'],
    ...['item cost', 'landed cost', 'cost of goods', 'product cost', 'wholesale price'],
  ],
  launchDate: words(
    'launch date, launched, launched at, launched on, release date, launch day, first sale date',
    'go live date, live date, publish date, published at, open date, date launched, start date',
    'first day on sale, first available, date first available, listing date, introduced, launch',
    'date, created at, creation date, start',
  ),
  channel: words(
    'channel, sales channel, launch channel, marketplace, platform, store, shop, selling channel',
    'source, outlet, location, store name, shop name, channel name, where sold, sold where',
    'place of sale, sales platform, selling platform, sales location, sold on, sold via',
    'sold through, sold at, where',
  ),
  promotion: words(
    'promotion, promo, launch promotion, promotion type, offer, campaign, deal, launch offer',
    'promo type, coupon, coupon code, discount code, discount type, promotion name, campaign name',
    'discount, discounts',
  ),
  salePrice: words(
    'sale price, selling price, sold price, launch price, price paid, final price, net price',
    'discounted price, promo price, promotional price, average price, average selling price, asp',
    'actual price, offer price, current price',
  ),
  discount: words(
    'discount, discounts, discount rate, discount percent, discount percentage, discount pct',
    'percent off, percentage off, discount amount, discount value, launch discount, unit discount',
    'discount per unit, discount depth, promotion depth, markdown, price reduction',
  ),
  adSpend: [
    ...['ad spend', 'ads spend', 'advertising spend', 'marketing spend', 'ad cost'],
    ...['ads cost', 'advertising', 'advertising cost', 'ad budget', 'marketing cost'],
    ...['marketing budget', 'spend', 'ppc spend', 'ads', 'ads budget', 'advertising costs'],
    ...['advertising budget', 'ads amount', 'ad', 'ppc', 'ppc cost', 'promotion cost'],
  ],
  channelFee: words(
    'channel fee, fee, fees, commission, commission rate, fee rate, referral fee, marketplace fee',
    'platform fee, take rate, fee percent, selling fee',
  ),
  firstStock: words(
    'first stock, initial stock, launch stock, stock at launch, opening stock, initial inventory',
    'opening inventory, units stocked, stock available at launch',
  ),
  impressions: [
    ...['impressions', 'views', 'page views', 'pageviews', 'product views', 'sessions'],
    ...['visits', 'traffic', 'visitors', 'reach'],
  ],
  clicks: words('clicks, ad clicks, link clicks, product clicks, click count, clicks total'),
  orders: [
    ...['orders', 'order count', 'number of orders', 'num orders', 'purchases'],
    ...['transactions', 'conversions', 'orders count', 'order items'],
  ],
  units: words(
    'units, units sold, quantity sold, qty sold, items sold, unit sales, sold units, units ordered',
    'sold count, sold cnt, salenum, sale num, net quantity, quantity, qty, pieces sold, pieces, sold, volume, sales units, copies sold',
    'net items sold, lineitem quantity, sales volume, sales',
  ),
  revenue: words(
    'revenue, sales revenue, gross sales, net sales, total sales, turnover, gmv, sales amount',
    'gross revenue, net revenue, ordered product sales, product sales, sales value, amount, income',
    'order value, sales',
  ),
  returns: [
    ...['returns', 'units returned', 'returned units', 'returned quantity'],
    ...['return quantity', 'returned', 'refunded units'],
  ],
  rating: words('rating, average rating, star rating, review score, review rating, stars'),
};
