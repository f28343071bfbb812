// npm run samples:giftware -- DIR: derives one row per launch from two years of a gift wholesaler's invoices. DIR holds
// the gzipped CSVs of both years (static/samples/README.md names the source). A launch is a product's first sale. First
// sales in the first months do not count, because old products look new there. Products launched too late for the
// history are the new ones to plan. The Chinese sample has the same launches; their titles are translated by hand, in
// giftware-titles.zh.json.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import { type Day, dayFromCalendar, isoDate } from '#core/base/dates.ts';
import { median } from '#core/base/statistics/statistics.ts';

interface InvoiceLine {
  readonly invoice: string;
  readonly productId: string;
  readonly description: string;
  readonly quantity: number;
  /** Time as in the file, such as "2010-12-01 08:26:00"; text order is time order. */
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
/**
 * Days at the start of the invoices whose first sales do not count. More days lose launches; fewer take products
 * between two deliveries for new ones.
 */
const QUIET_DAYS = 120;
/** Code of goods: five digits, and up to two letters for a variant. Postage, fees and vouchers have other codes. */
const PRODUCT_ID = /^\d{5}[A-Z]{0,2}$/;
/**
 * Code of new goods. The shop numbers them upwards: 22500 and more in spring 2010, 23600 in autumn 2011. Other numbers
 * that appear after the quiet months are leftovers of old lines, mostly sold once.
 */
const NEW_PRODUCT_ID = /^2[23]/;
/** Fewest invoices of a new product. With fewer it hardly has a usual price, and some are single cards of a pack. */
const PRICED_INVOICES = 20;

export const LOCALES = ['en', 'zh'] as const;
type Locale = (typeof LOCALES)[number];

const HEADERS = {
  en: [
    'product_id',
    'title',
    'price_gbp',
    'launch_date',
    'orders_4w',
    'units_4w',
    'revenue_4w_gbp',
  ],
  zh: [
    '商品编号',
    '商品标题',
    '单价（英镑）',
    '上新日期',
    '四周订单数',
    '四周销量',
    '四周销售额（英镑）',
  ],
} as const;
/** Number of the first headers, which are known before a launch. */
const PRODUCT_COLUMNS = 3;

interface Giftware {
  readonly launches: readonly GiftwareLaunch[];
  /** Later products, whose 28 days were not over when the invoices end, if they sold often enough to have a price. */
  readonly newProducts: readonly GiftwareLaunch[];
}

/** Reads the invoices of both years in a folder and returns their launches and new products. */
export function deriveGiftware(directory: string): Giftware {
  const [earlier, later] = FILES.map((name) => {
    return readInvoiceLines(gunzipSync(readFileSync(path.join(directory, name))).toString('utf8'));
  });
  return findLaunches(joinWithoutOverlap(earlier!, later!));
}

/** Reads invoice lines. Both years have the same eight columns under slightly different names. */
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

/** Joins both years, without the last nine days of the earlier file, which the later one repeats. */
export function joinWithoutOverlap(
  earlier: readonly InvoiceLine[],
  later: readonly InvoiceLine[],
): InvoiceLine[] {
  const start = later.reduce((first, { soldAt }) => (soldAt < first ? soldAt : first), '9');
  return [...earlier.filter(({ soldAt }) => soldAt < start), ...later];
}

/** Returns launches and new products, sorted by launch date, then product. */
export function findLaunches(lines: readonly InvoiceLine[]): Giftware {
  const days = lines.map(({ day }) => day);
  const firstDay = days.reduce((first, day) => Math.min(first, day), Infinity);
  const lastDay = days.reduce((last, day) => Math.max(last, day), -Infinity);
  const products = groupBy(dropCancelled(lines).filter(isSale), ({ productId }) => productId);
  const found = [...products.values()]
    .filter(([first]) => NEW_PRODUCT_ID.test(first!.productId))
    .filter(([first]) => first!.day >= firstDay + QUIET_DAYS)
    .map(summariseLaunch)
    .filter(({ title }) => title !== '')
    .sort((a, b) => a.launchDay - b.launchDay || (a.productId < b.productId ? -1 : 1));
  const isComplete = ({ launchDay }: GiftwareLaunch) => launchDay + HORIZON_DAYS <= lastDay;
  const late = found.filter((launch) => !isComplete(launch));
  return {
    launches: found.filter(isComplete),
    newProducts: late.filter(({ orders }) => orders >= PRICED_INVOICES),
  };
}

/**
 * Drops cancellations and the sales that they reverse: the last earlier line of the same customer, product and
 * quantity. Partial returns stay sold.
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

/**
 * Returns the most common description in capitals, or '' where there is none. Others are notes of the stock room, such
 * as "damaged".
 */
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

/** Returns launches as CSV, with headers and titles in a language. */
export function launchesCsv(launches: readonly GiftwareLaunch[], locale: Locale = 'en'): string {
  const data = launches.map((launch) => [
    ...productCells(launch, locale),
    isoDate(launch.launchDay),
    launch.orders,
    launch.units,
    launch.revenue.toFixed(2),
  ]);
  return csv(HEADERS[locale], data);
}

/** Returns new products as CSV, without what they sold: a plan has to forecast that. */
export function newProductsCsv(products: readonly GiftwareLaunch[], locale: Locale = 'en'): string {
  return csv(
    HEADERS[locale].slice(0, PRODUCT_COLUMNS),
    products.map((product) => productCells(product, locale)),
  );
}

function productCells({ productId, title, price }: GiftwareLaunch, locale: Locale): string[] {
  return [productId, titleIn(title, locale), price.toFixed(2)];
}

function csv(fields: readonly string[], data: readonly (readonly (string | number)[])[]): string {
  return `${Papa.unparse({ fields: [...fields], data: [...data] }, { newline: '\n' })}\n`;
}

function inLanguage(name: string, locale: Locale): string {
  return locale === 'en' ? `${name}.csv` : `${name}.${locale}.csv`;
}

function titleIn(title: string, locale: Locale): string {
  if (locale === 'en') return title;
  const translated = chineseTitles().get(title);
  if (translated === undefined) throw new Error(`expected a Chinese title for ${title}`);
  return translated;
}

let translations: ReadonlyMap<string, string> | undefined;

function chineseTitles(): ReadonlyMap<string, string> {
  const file = new URL('giftware-titles.zh.json', import.meta.url);
  translations ??= new Map(
    Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>),
  );
  return translations;
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
  const samples = new URL('../../../static/samples/', import.meta.url);
  const { launches, newProducts } = deriveGiftware(directory);
  for (const locale of LOCALES) {
    const write = (name: string, text: string) =>
      writeFileSync(new URL(inLanguage(name, locale), samples), text);
    write('giftware', launchesCsv(launches, locale));
    write('giftware-new-products', newProductsCsv(newProducts, locale));
  }
}
