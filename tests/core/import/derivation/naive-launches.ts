// Launches as one would count them with pencil and paper: a pass over all lines for each question. It knows the goods of any-shop.ts only.

import type { CatalogueProduct } from '#core/import/platform-files/catalogue/catalogue.ts';
import type { DerivationSettings } from '#core/import/derivation/derivation-settings.ts';
import type { OrderLine } from '../../../support/order-lines.ts';

export interface NaiveShop {
  readonly lines: readonly OrderLine[];
  readonly catalogue: readonly CatalogueProduct[];
  readonly settings: DerivationSettings;
}

export const NAIVE_WORDS = { coupon: 'Code', priceCut: 'Cut' };

export function naiveLaunches(shop: NaiveShop) {
  const goods = shop.lines.filter((line) => whyNot(line, shop) === null);
  const start = Math.min(...goods.map(({ orderedAt }) => orderedAt));
  const end = Math.max(...goods.map(({ orderedAt }) => orderedAt));
  const keys = new Set(goods.filter(({ quantity }) => quantity > 0).map((l) => keyOf(l, shop)));
  const launches = [];
  const setAside = { 'seen-before': 0, 'too-recent': 0, 'beside-gap': 0, 'unlike-title': 0 };
  let productCount = 0;
  let relistings = 0;
  const everyKey = [...keys, ...shop.catalogue.filter((p) => isOnlyListed(p, keys)).map(idOf)];
  for (const key of everyKey) {
    productCount++;
    const own = goods.filter((line) => keys.has(key) && keyOf(line, shop) === key);
    const sold = own.filter(({ quantity }) => quantity > 0);
    const listed = shop.catalogue.find((p) => idOf(p) === key || skusOf(p).includes(key));
    const first = Math.min(...sold.map(({ orderedAt }) => orderedAt));
    const isDated = listed !== undefined && listed.listedOn <= first;
    const launchAt = isDated ? listed.listedOn : first;
    if (hasYearOff(sold)) relistings++;
    if (isDated ? !(launchAt >= start) : launchAt <= start + shop.settings.burnInDays)
      setAside['seen-before']++;
    else if (launchAt >= end - shop.settings.horizonDays) setAside['too-recent']++;
    else {
      const launch = naiveLaunch({ key, own, listed, launchAt }, shop.settings.horizonDays);
      launches.push({ ...launch, weeklyUnits: naiveWeeks(own, launchAt, end) });
    }
  }
  launches.sort((a, b) =>
    a.launchDay === b.launchDay ? compare(a.productId, b.productId) : a.launchDay - b.launchDay,
  );
  return { launches, productCount, setAside, relistings, linesCounted: goods.length };
}

export function whyNot(line: OrderLine, shop: NaiveShop): string | null {
  return whyNoSale(line) ?? whyNoGoods(line, shop);
}

function whyNoSale(line: OrderLine): string | null {
  if (line.isCancelled && !(line.quantity < 0)) return 'cancelled';
  if (Number.isNaN(line.orderedAt)) return 'no-date';
  return Number.isNaN(line.quantity) || line.quantity === 0 ? 'no-quantity' : null;
}

function whyNoGoods(line: OrderLine, shop: NaiveShop): string | null {
  if (keyOf(line, shop) === '') return 'no-product';
  if (line.title === 'Postage') return 'not-a-product';
  const untitled = shop.lines.filter(({ title }) => title === '').length;
  if (line.title === '' && untitled < shop.lines.length / 2) return 'no-title';
  if (line.unitPrice <= 0) return 'no-price';
  return shop.settings.leaveOutBulk && isBulk(line, shop) ? 'bulk' : null;
}

function isBulk(line: OrderLine, shop: NaiveShop): boolean {
  const all = shop.lines.filter(({ quantity }) => quantity > 0);
  const own = all.filter((each) => keyOf(each, shop) === keyOf(line, shop));
  return (
    line.quantity > 20 * middle(all.map(({ quantity }) => quantity)) &&
    line.quantity > 20 * middle(own.map(({ quantity }) => quantity))
  );
}

export function keyOf(line: OrderLine, shop: NaiveShop): string {
  const variant = shop.settings.level === 'variant' ? variantOf(line) : '';
  return variant === '' ? productOf(line, shop) : variant;
}

function variantOf({ sku, productId, title, variant }: OrderLine): string {
  const product = productId === '' ? title : productId;
  if (sku !== '') return sku;
  return variant === '' || product === '' ? product : `${product} / ${variant}`;
}

function productOf(line: OrderLine, { lines, catalogue }: NaiveShop): string {
  const ways: ((product: CatalogueProduct) => boolean)[] = [
    (product) => line.productId !== '' && product.productId === line.productId,
    (product) => line.sku !== '' && skusOf(product).includes(line.sku),
    (product) => line.productId !== '' && skusOf(product).includes(line.productId),
    (product) => product.title !== '' && product.title === line.title,
    (product) => product.title !== '' && product.title === withoutVariant(line.title),
  ];
  for (const isIt of ways) {
    const found = catalogue.find(isIt);
    if (found) return found.productId;
  }
  const stem = stemOf(line.title);
  const sharing = new Set(lines.map(({ title }) => title).filter((t) => stemOf(t) === stem));
  if (sharing.size > 1) return stem;
  if (line.productId) return line.productId;
  const base = withoutVariant(line.title);
  const alike = new Set(lines.map(({ title }) => title).filter((t) => withoutVariant(t) === base));
  return alike.size > 1 && base !== line.title ? base : line.sku || line.title;
}

interface NaiveProduct {
  readonly key: string;
  readonly own: readonly OrderLine[];
  readonly listed: CatalogueProduct | undefined;
  readonly launchAt: number;
}

function naiveLaunch({ key, own, listed, launchAt }: NaiveProduct, horizonDays: number) {
  const sold = own.filter(({ quantity }) => quantity > 0);
  const between = (from: number, until: number) => (line: OrderLine) =>
    line.orderedAt >= launchAt + from && line.orderedAt < launchAt + until;
  const counted = sold.filter(between(0, horizonDays));
  const back = own.filter(({ quantity }) => quantity < 0).filter(between(0, horizonDays));
  return {
    variants: [],
    productId: key,
    title: firstOf(listed?.title, titleOf(key, sold)),
    category: firstOf(
      listed?.category,
      mostOf(counted, (l) => [l.category, l.quantity]),
    ),
    brand: firstOf(
      listed?.brand,
      mostOf(counted, (l) => [l.brand, l.quantity]),
    ),
    launchDay: Math.floor(launchAt),
    channel: mostOf(counted, (l) => [l.channel, l.quantity]),
    unitCost: listed?.unitCost ?? NaN,
    ...{ adSpend: NaN, impressions: NaN, clicks: NaN },
    firstStock: NaN,
    ...naivePrices(sold.filter(between(0, 7)), {
      later: sold.filter(between(horizonDays, Infinity)),
      listPrice: listed?.listPrice ?? NaN,
    }),
    ...naiveOutcome(counted, back),
  };
}

function naiveWeeks(own: readonly OrderLine[], launchAt: number, end: number): number[] {
  return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((week) => {
    const [from, until] = [launchAt + 7 * week, launchAt + 7 * week + 7];
    if (until >= end) return NaN;
    let units = 0;
    for (const { orderedAt, quantity } of own)
      if (quantity > 0 && orderedAt >= from && orderedAt < until) units += quantity;
    return units;
  });
}

function firstOf(...texts: readonly (string | undefined)[]): string {
  return texts.find((text) => text) ?? '';
}

function naiveOutcome(counted: readonly OrderLine[], back: readonly OrderLine[]) {
  let units = 0;
  let revenue = 0;
  let returns = 0;
  for (const line of counted) {
    const paid = paidOf(line);
    units += line.quantity;
    revenue += paid;
    if (line.refunded > 0) returns += line.quantity * Math.min(1, line.refunded / paid);
  }
  for (const { quantity } of back) returns -= quantity;
  return {
    units,
    orders: new Set(counted.map(({ orderId }) => orderId)).size,
    revenue: Math.round(revenue * 100) / 100,
    returns: Math.min(units, Math.round(returns)),
  };
}

function naivePrices(
  week: readonly OrderLine[],
  { later, listPrice }: { readonly later: readonly OrderLine[]; readonly listPrice: number },
) {
  const price = middle(week.map((line) => line.unitPrice));
  const paid = middle(week.map((line) => paidOf(line) / line.quantity));
  const others = [
    ...[price, listPrice, middle(week.map((line) => line.listPrice))],
    middle(later.map((line) => line.unitPrice)),
  ].filter((each) => !Number.isNaN(each));
  const usual = others.length > 0 ? Math.max(...others) : NaN;
  const pieces = (lines: readonly OrderLine[]) => lines.reduce((n, l) => n + l.quantity, 0);
  const isCoupon = pieces(week.filter(({ coupon }) => coupon !== '')) * 2 >= pieces(week);
  const cut = (usual - paid) / usual;
  let promotion = '';
  if (week.length > 0 && isCoupon) promotion = NAIVE_WORDS.coupon;
  else if (cut >= 0.05) promotion = `${NAIVE_WORDS.priceCut} ${5 * Math.round((100 * cut) / 5)}%`;
  const isCheaper = promotion !== '' && paid < usual;
  return {
    promotion,
    listPrice: isCheaper || Number.isNaN(price) ? usual : price,
    salePrice: isCheaper ? Math.round(paid * 100) / 100 : NaN,
  };
}

function paidOf(line: OrderLine): number {
  return Math.max(0, line.quantity * line.unitPrice - line.discount);
}

function mostOf(
  lines: readonly OrderLine[],
  votes: (line: OrderLine) => [text: string, weight: number],
): string {
  const weightOf = (text: string) =>
    lines.reduce((sum, line) => sum + (votes(line)[0] === text ? votes(line)[1] : 0), 0);
  const texts = lines.map((line) => votes(line)[0]).filter((text) => text !== '');
  texts.sort((a, b) => weightOf(b) - weightOf(a) || compare(a, b));
  return texts[0] ?? '';
}

function middle(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (known.length === 0) return NaN;
  const half = known.length / 2;
  return Number.isInteger(half) ? (known[half - 1]! + known[half]!) / 2 : known[half - 0.5]!;
}

function hasYearOff(sold: readonly OrderLine[]): boolean {
  const days = sold.map(({ orderedAt }) => orderedAt);
  return days.some((day) => {
    const next = Math.min(...days.filter((other) => other > day));
    return next < Infinity && next - day >= 365;
  });
}

function isOnlyListed(product: CatalogueProduct, sold: ReadonlySet<string>): boolean {
  const names = [idOf(product), ...skusOf(product)];
  return !Number.isNaN(product.listedOn) && !names.some((name) => sold.has(name));
}

/** Of sizes and colours together, what they are of. */
function titleOf(key: string, sold: readonly OrderLine[]): string {
  const most = mostOf(sold, ({ title }) => [title, 1]);
  return stemOf(most) === key || withoutVariant(most) === key ? key : most;
}

/** The sizes and colours of `anyShop`. */
function stemOf(title: string): string {
  return title.replace(/(?: - |, )(?:Small|Large|Red|Blue|blue)$/, '');
}

function withoutVariant(title: string): string {
  return title.split(' - ')[0]!;
}

function idOf({ productId }: CatalogueProduct): string {
  return productId;
}

function skusOf({ variants }: CatalogueProduct): string[] {
  return variants.map(({ sku }) => sku).filter((sku) => sku !== '');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
