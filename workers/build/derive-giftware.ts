// npm run samples:giftware -- DIR: one row a launch from two years of a gift wholesaler's invoices. DIR holds the gzipped CSVs
// of both years (static/samples/README.md names the source). A launch is a product's first sale, unless it falls into the
// first months of the invoices, where nobody can tell a new product from an old one. The Chinese sample has the same launches
// with their titles translated by hand, in giftware-titles.zh.json.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import { type Day, dayFromCalendar, isoDate } from '#core/dates.ts';
import { median } from '#core/statistics.ts';

interface InvoiceLine {
  readonly invoice: string;
  readonly productId: string;
  readonly description: string;
  readonly quantity: number;
  /** As in the file, such as "2010-12-01 08:26:00", so that text order is time order. */
  readonly soldAt: string;
  readonly day: Day;
  readonly unitPrice: number;
  readonly customerId: string;
}

interface GiftwareLaunch {
  readonly productId: string;
  readonly title: string;
  /** Median unit price of the first week's lines. */
  readonly price: number;
  readonly launchDay: Day;
  readonly orders: number;
  readonly units: number;
  readonly revenue: number;
}

const FILES = ['online_retail_II_year_2009-2010.csv.gz', 'online_retail_2010-2011.csv.gz'] as const;
const PRICE_DAYS = 7;
/** Longer loses launches, shorter takes products that were between two deliveries for new ones. */
const QUIET_DAYS = 120;
/** Sold goods have five digits and perhaps letters for a variant; postage, fees and vouchers do not. */
const PRODUCT_ID = /^\d{5}[A-Z]{0,2}$/;
/**
 * The shop numbers new goods upwards: 22500 and more in spring 2010, 23600 in autumn 2011. Other numbers that turn up after
 * the quiet months are leftovers of old lines, most of them sold once.
 */
const NEW_PRODUCT_ID = /^2[23]/;

export const LOCALES = ['en', 'zh'] as const;
type Locale = (typeof LOCALES)[number];

const HEADERS = {
  en: ['product_id', 'title', 'price', 'launch_date', 'orders_4w', 'units_4w', 'revenue_4w'],
  zh: ['商品编号', '商品标题', '单价', '上新日期', '四周订单数', '四周销量', '四周销售额'],
} as const;

export function deriveGiftware(directory: string): GiftwareLaunch[] {
  const [earlier, later] = FILES.map((name) => {
    return readInvoiceLines(gunzipSync(readFileSync(path.join(directory, name))).toString('utf8'));
  });
  return findLaunches(joinWithoutOverlap(earlier!, later!));
}

/** Both years have the same eight columns under slightly different names. */
export function readInvoiceLines(text: string): InvoiceLine[] {
  const lines: InvoiceLine[] = [];
  let isHeader = true;
  Papa.parse<string[]>(text, {
    skipEmptyLines: true,
    step: ({ data: cells }) => {
      if (!isHeader) lines.push(readInvoiceLine(cells));
      isHeader = false;
    },
  });
  return lines;
}

/** The earlier file runs on for nine days into the later one. */
export function joinWithoutOverlap(
  earlier: readonly InvoiceLine[],
  later: readonly InvoiceLine[],
): InvoiceLine[] {
  const start = later.reduce((first, { soldAt }) => (soldAt < first ? soldAt : first), '9');
  return [...earlier.filter(({ soldAt }) => soldAt < start), ...later];
}

/** By launch date, then product. */
export function findLaunches(lines: readonly InvoiceLine[]): GiftwareLaunch[] {
  const days = lines.map(({ day }) => day);
  const firstDay = days.reduce((first, day) => Math.min(first, day), Infinity);
  const lastDay = days.reduce((last, day) => Math.max(last, day), -Infinity);
  const products = groupBy(dropCancelled(lines).filter(isSale), ({ productId }) => productId);
  return [...products.values()]
    .filter(([first]) => NEW_PRODUCT_ID.test(first!.productId))
    .filter(([first]) => first!.day >= firstDay + QUIET_DAYS)
    .filter(([first]) => first!.day + HORIZON_DAYS <= lastDay)
    .map(summariseLaunch)
    .filter(({ title }) => title !== '')
    .sort((a, b) => a.launchDay - b.launchDay || (a.productId < b.productId ? -1 : 1));
}

/**
 * Without cancellations and without the sales they take back: the last earlier line of the same customer, product and
 * quantity. Returns of a part of a sale stay sold.
 */
export function dropCancelled(lines: readonly InvoiceLine[]): InvoiceLine[] {
  const inOrder = lines.toSorted(byTime);
  const open = new Map<string, InvoiceLine[]>();
  const cancelled = new Set<InvoiceLine>();
  for (const line of inOrder) {
    const { customerId, productId, quantity } = line;
    const key = [customerId, productId, Math.abs(quantity)].join('|');
    const sales = open.get(key) ?? [];
    if (isCancellation(line)) {
      cancelled.add(line);
      const sale = customerId === '' ? undefined : sales.pop();
      if (sale) cancelled.add(sale);
    } else if (quantity > 0) {
      open.set(key, [...sales, line]);
    }
  }
  return inOrder.filter((line) => !cancelled.has(line));
}

/** The commonest description in capitals; the rest are notes of the stock room, such as "damaged". */
export function chooseTitle(descriptions: readonly string[]): string {
  const titles = descriptions
    .map((description) => description.trim().replace(/\s+/g, ' '))
    .filter((title) => /[A-Z]{2}/.test(title) && title === title.toUpperCase());
  const counts = [...groupBy(titles, (title) => title)];
  return counts.reduce(
    (best, [title, same]) => (same.length > best.count ? { title, count: same.length } : best),
    { title: '', count: 0 },
  ).title;
}

export function launchesCsv(launches: readonly GiftwareLaunch[], locale: Locale = 'en'): string {
  const titleOf = locale === 'en' ? (title: string) => title : chineseTitles();
  const data = launches.map((launch) => [
    launch.productId,
    titleOf(launch.title),
    launch.price.toFixed(2),
    isoDate(launch.launchDay),
    launch.orders,
    launch.units,
    launch.revenue.toFixed(2),
  ]);
  return `${Papa.unparse({ fields: [...HEADERS[locale]], data }, { newline: '\n' })}\n`;
}

export function sampleName(locale: Locale): string {
  return locale === 'en' ? 'giftware.csv' : `giftware.${locale}.csv`;
}

function chineseTitles(): (title: string) => string {
  const file = new URL('giftware-titles.zh.json', import.meta.url);
  const titles = new Map(
    Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>),
  );
  return (title) => {
    const translated = titles.get(title);
    if (translated === undefined) throw new Error(`expected a Chinese title for ${title}`);
    return translated;
  };
}

function readInvoiceLine(cells: readonly string[]): InvoiceLine {
  const [invoice, code, description, quantity, soldAt, unitPrice, customerId] = cells;
  const [year, month, dayOfMonth] = soldAt!.slice(0, 10).split('-').map(Number);
  return {
    invoice: invoice!,
    // Variants are typed in either case.
    productId: code!.toUpperCase(),
    description: description!,
    quantity: Number(quantity),
    soldAt: soldAt!,
    day: dayFromCalendar(year!, month!, dayOfMonth!),
    unitPrice: Number(unitPrice),
    customerId: customerId!,
  };
}

function isCancellation({ invoice }: InvoiceLine): boolean {
  return invoice.startsWith('C');
}

function isSale({ productId, quantity, unitPrice }: InvoiceLine): boolean {
  return quantity > 0 && unitPrice > 0 && PRODUCT_ID.test(productId);
}

function byTime(a: InvoiceLine, b: InvoiceLine): number {
  return a.soldAt < b.soldAt ? -1 : Number(a.soldAt > b.soldAt);
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

function summariseLaunch(sales: readonly InvoiceLine[]): GiftwareLaunch {
  const { productId, day: launchDay } = sales[0]!;
  const counted = sales.filter(({ day }) => day < launchDay + HORIZON_DAYS);
  const priced = sales.filter(({ day }) => day < launchDay + PRICE_DAYS);
  return {
    productId,
    title: chooseTitle(sales.map(({ description }) => description)),
    price: median(priced.map(({ unitPrice }) => unitPrice)),
    launchDay,
    orders: new Set(counted.map(({ invoice }) => invoice)).size,
    units: counted.reduce((sum, { quantity }) => sum + quantity, 0),
    revenue: counted.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const directory = process.argv[2];
  if (!directory) throw new Error(`expected the folder that holds ${FILES.join(' and ')}`);
  const samples = new URL('../../static/samples/', import.meta.url);
  const launches = deriveGiftware(directory);
  for (const locale of LOCALES) {
    writeFileSync(new URL(sampleName(locale), samples), launchesCsv(launches, locale));
  }
}
