// Derives one product's launch from its lines.

import { inCents } from '#core/base/cents.ts';
import type { CodedColumn } from '../csv/coded-column.ts';
import { commonestText } from './commonest-text.ts';
import { finite, median } from '#core/base/statistics/statistics.ts';
import type { DerivationSettings, DerivedLaunch } from './derivation-settings.ts';
import { variantUnits } from './variant-units.ts';
import { launchPromotion, type PromotionWords } from './launch-promotion.ts';
import type { OrderLines } from '../platform-files/orders/order-lines.ts';
import { WEEKS } from '#core/launch/weekly-headers.ts';
import type { SoldProduct } from './sold-products.ts';

interface LaunchRecords {
  readonly lines: OrderLines;
  readonly settings: DerivationSettings;
  /** Time of the last counted line, in days. */
  readonly end: number;
  readonly words: PromotionWords;
}

const WEEK_DAYS = 7;
/** Prices of a launch come from its first week. */
const PRICE_DAYS = 7;

/** Returns the launch of a product, with its outcomes within the horizon. */
export function launchOfProduct(product: SoldProduct, records: LaunchRecords): DerivedLaunch {
  const { listed, title, launchAt } = product;
  const { lines, settings } = records;
  const isWithin = (line: number) =>
    lines.orderedAt[line]! >= launchAt &&
    Math.floor(lines.orderedAt[line]! - launchAt) < settings.horizonDays;
  const counted = product.sold.filter(isWithin);
  const later = product.sold.filter(
    (line) => !isWithin(line) && lines.orderedAt[line]! >= launchAt,
  );
  const listing = { listed: listed?.variants ?? [], later };
  const units = total(counted, (line) => lines.quantity[line]!);
  const commonest = (column: CodedColumn) => commonestText(column, counted, lines);
  return {
    productId: product.id,
    title: firstKnown(listedTitle(product), title),
    category: firstKnown(listed?.category, commonest(lines.category)),
    brand: firstKnown(listed?.brand, commonest(lines.brand)),
    launchDay: Math.floor(launchAt),
    channel: commonest(lines.channel),
    unitCost: inCents(listed?.unitCost ?? NaN),
    ...pricesOf(product, records),
    firstStock: isSoldOut(product, counted) ? units : NaN,
    ...{ adSpend: NaN, impressions: NaN, clicks: NaN },
    units,
    orders: orderCount(counted, lines.orderId),
    revenue: inCents(total(counted, (line) => paidFor(lines, line))),
    returns: Math.min(units, returnedPieces(lines, counted, product.back.filter(isWithin))),
    weeklyUnits: unitsByWeek(product, records),
    variants: settings.level === 'product' ? variantUnits(lines, counted, listing) : [],
  };
}

/** Returns units by week before returns, like the units of the horizon. */
function unitsByWeek(
  { sold, launchAt }: SoldProduct,
  { lines, end }: LaunchRecords,
): readonly number[] {
  const weeks = Array.from({ length: WEEKS }, (_, i) =>
    launchAt + WEEK_DAYS * (i + 1) < end ? 0 : NaN,
  );
  for (const line of sold) {
    const week = Math.floor((lines.orderedAt[line]! - launchAt) / WEEK_DAYS);
    if (week >= 0 && week < WEEKS) weeks[week]! += lines.quantity[line]!;
  }
  return weeks;
}

/** A line without an order ID is an order of its own. */
function orderCount(among: readonly number[], { texts, codes }: CodedColumn): number {
  const known = among.filter((line) => texts[codes[line]!] !== '');
  return new Set(known.map((line) => codes[line])).size + among.length - known.length;
}

/** Returns the listed title, with the variant's name for a variant: "Linen Shirt, Red". */
function listedTitle({ id, listed }: SoldProduct): string | undefined {
  const variant = listed?.variants.find(({ sku, name }) => sku === id && name !== '');
  return variant && listed?.title ? `${listed.title}, ${variant.name}` : listed?.title;
}

/** Returns whether nothing is left and nothing was sold after the horizon, so it was not restocked. */
function isSoldOut({ onHand, sold }: SoldProduct, counted: readonly number[]): boolean {
  return onHand <= 0 && counted.length > 0 && counted.length === sold.length;
}

function firstKnown(listed: string | undefined, sold: string): string {
  return listed === undefined || listed === '' ? sold : listed;
}

function pricesOf(
  { sold, launchAt, listed }: SoldProduct,
  { lines, settings, words }: LaunchRecords,
): Pick<DerivedLaunch, 'promotion' | 'listPrice' | 'salePrice'> {
  const ageOf = (line: number) => lines.orderedAt[line]! - launchAt;
  const firstWeek = sold.filter((line) => ageOf(line) >= 0 && Math.floor(ageOf(line)) < PRICE_DAYS);
  const later = sold.filter((line) => ageOf(line) >= settings.horizonDays);
  const priceOf = (line: number) => lines.unitPrice[line]!;
  const price = knownMedian(firstWeek, priceOf);
  const paid = knownMedian(firstWeek, (line) => paidFor(lines, line) / lines.quantity[line]!);
  const compareAt = knownMedian(firstWeek, (line) => lines.listPrice[line]!);
  const known = finite([price, compareAt, listed?.listPrice ?? NaN, knownMedian(later, priceOf)]);
  const usualPrice = known.length > 0 ? Math.max(...known) : NaN;
  const couponShare = shareWithCoupon(firstWeek, lines);
  const promotion = launchPromotion({ paid, usualPrice, couponShare }, words);
  const isCut = promotion !== '' && paid < usualPrice;
  return {
    promotion,
    listPrice: inCents(isCut || Number.isNaN(price) ? usualPrice : price),
    salePrice: isCut ? inCents(paid) : NaN,
  };
}

function knownMedian(among: readonly number[], valueOf: (line: number) => number): number {
  const known = finite(among.map(valueOf));
  return known.length > 0 ? median(known) : NaN;
}

/** Returns the share of the units that were bought with a coupon. */
function shareWithCoupon(among: readonly number[], { coupon, quantity }: OrderLines): number {
  const withCoupon = among.filter((line) => coupon.texts[coupon.codes[line]!] !== '');
  const pieces = (some: readonly number[]) => total(some, (line) => quantity[line]!);
  return withCoupon.length > 0 ? pieces(withCoupon) / pieces(among) : 0;
}

/** Returns the money paid for a line after discounts; NaN if its price is not known. */
function paidFor({ quantity, unitPrice, discount }: OrderLines, line: number): number {
  return Math.max(0, quantity[line]! * unitPrice[line]! - discount[line]!);
}

/** Returns the units of return lines, plus as many as the refunds pay for. */
function returnedPieces(
  lines: OrderLines,
  counted: readonly number[],
  back: readonly number[],
): number {
  const refunded = total(counted, (line) => {
    const paidBack = lines.refunded[line]! / paidFor(lines, line);
    const share = Math.max(lines.backShare[line]!, paidBack > 0 ? paidBack : 0);
    return lines.quantity[line]! * Math.min(1, share);
  });
  return Math.round(refunded - total(back, (line) => lines.quantity[line]!));
}

function total(among: readonly number[], valueOf: (line: number) => number): number {
  return among.reduce((all, line) => all + valueOf(line), 0);
}
