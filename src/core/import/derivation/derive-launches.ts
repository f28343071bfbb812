// Derives launches from order lines: a product's first sale, and its sales within the horizon.

import type { CodedColumn } from '../csv/coded-column.ts';
import type { CatalogueProduct } from '../platform-files/catalogue/catalogue.ts';
import { chooseLines } from './choose-lines.ts';
import {
  LINE_REASONS,
  type DerivationAccount,
  type DerivationSettings,
  type DerivedLaunch,
  type DerivedLaunches,
  type ProductReason,
} from './derivation-settings.ts';
import { launchOfProduct } from './launch-of-product.ts';
import type { PromotionWords } from './launch-promotion.ts';
import { isUnlikeCapitals, writesInCapitals } from './launch-title.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import type { OrderLines } from '../platform-files/orders/order-lines.ts';
import type { RecordGap } from '../platform-files/orders/record-gaps.ts';
import { soldProducts, type SoldProduct } from './sold-products.ts';
import { weeklyDemand } from './weekly-demand.ts';
import type { StockOnHand } from '../platform-files/catalogue/stock-by-day.ts';

interface DerivationSource {
  readonly lines: OrderLines;
  /** Product of each line, at the level of the settings; '' for none. */
  readonly products: CodedColumn;
  /** Empty if there is no catalogue. */
  readonly catalogue: readonly CatalogueProduct[];
  /** Empty if no file lists the stock. */
  readonly onHand: StockOnHand;
  readonly words: PromotionWords;
  /** Periods that no file covers. */
  readonly gaps?: readonly RecordGap[];
}

/** What decides whether a product is a launch. */
interface Records {
  readonly settings: DerivationSettings;
  readonly gaps: readonly RecordGap[];
  /** Whether the shop writes its titles in capitals. */
  readonly inCapitals: boolean;
  /** Times of the first and the last counted line, in days. */
  readonly start: number;
  readonly end: number;
}

/** A product with no sale for this long before its next one is a relisting. */
const RELIST_DAYS = 365;

/** Derives the launches. The same lines and settings give the same launches, whatever the order of the lines. */
export function deriveLaunches(
  { lines, products, catalogue, onHand, words, gaps = [] }: DerivationSource,
  settings: DerivationSettings,
): DerivedLaunches {
  const { reasons, isBulk } = chooseLines(lines, products, settings);
  const [start, end] = extent(lines, (line) => reasons[line] === 0);
  const [firstRead, lastRead] = extent(lines, () => true).map(Math.floor) as [number, number];
  const inCapitals = writesInCapitals(lines.title.texts);
  const records: Records = { settings, gaps, inCapitals, start, end };
  const sold = soldProducts({ lines, products, reasons, catalogue, onHand });
  const launches: DerivedLaunch[] = [];
  const productsSetAside = {
    ...{ 'seen-before': 0, 'too-recent': 0, 'beside-gap': 0, 'unlike-title': 0 },
  };
  for (const product of sold) {
    const reason = whyNoLaunch(product, records);
    if (reason === null) launches.push(launchOfProduct(product, { ...records, lines, words }));
    else productsSetAside[reason] += 1;
  }
  const account: DerivationAccount = {
    ...{ ...lineAccount(reasons), productsSetAside },
    productCount: sold.length,
    launchCount: launches.length,
    soldOutCount: launches.filter(({ firstStock }) => !Number.isNaN(firstStock)).length,
    bulkLines: sum(isBulk),
    pendingLines: sum(lines.pending),
    relistings: sold.filter((product) => isRelisted(product, lines)).length,
    firstRead,
    lastRead,
    firstDay: Math.floor(start),
    lastDay: Math.floor(end),
  };
  const demand = () => weeklyDemand({ lines, sold, gaps, start, end });
  return { launches: launches.sort(byDay), account, demand };
}

function byDay(a: DerivedLaunch, b: DerivedLaunch): number {
  return a.launchDay - b.launchDay || (a.productId < b.productId ? -1 : 1);
}

function lineAccount(reasons: Uint8Array) {
  const counts = new Array<number>(LINE_REASONS.length + 1).fill(0);
  for (const reason of reasons) counts[reason]! += 1;
  const linesSetAside = Object.fromEntries(
    LINE_REASONS.map((reason, i) => [reason, counts[i + 1]!]),
  ) as DerivationAccount['linesSetAside'];
  return { linesRead: reasons.length, linesCounted: counts[0]!, linesSetAside };
}

/** Returns the times of the first and the last of these lines that are dated; NaN where there is none. */
function extent(
  { orderedAt }: OrderLines,
  counts: (line: number) => boolean,
): [start: number, end: number] {
  let [start, end] = [Infinity, -Infinity];
  for (let line = 0; line < orderedAt.length; line++) {
    const moment = orderedAt[line]!;
    if (Number.isNaN(moment) || !counts(line)) continue;
    start = Math.min(start, moment);
    end = Math.max(end, moment);
  }
  return start <= end ? [start, end] : [NaN, NaN];
}

function whyNoLaunch(
  { title, listed, launchAt, isDated }: SoldProduct,
  { start, end, settings, gaps, inCapitals }: Records,
): ProductReason | null {
  if (!isNew({ launchAt, isDated }, start, settings)) return 'seen-before';
  if (!(launchAt < end - settings.horizonDays)) return 'too-recent';
  const { horizonDays } = settings;
  if (gaps.some((gap) => isBeside(gap, { launchAt, isDated }, horizonDays))) return 'beside-gap';
  return inCapitals && listed === null && isUnlikeCapitals(title) ? 'unlike-title' : null;
}

/** If the listing date is known, no burn-in is needed to distinguish new products from old ones. */
export function isNew(
  { launchAt, isDated }: Pick<SoldProduct, 'launchAt' | 'isDated'>,
  start: number,
  { burnInDays }: Pick<DerivationSettings, 'burnInDays'>,
): boolean {
  return isDated ? launchAt >= start : launchAt > start + burnInDays;
}

/**
 * Returns whether a gap in the records affects a launch. A gap within the horizon hides sales. A launch shortly after
 * it, within the gap's length, may be older, unless the listing date is known.
 */
function isBeside(
  { from, until }: RecordGap,
  { launchAt, isDated }: Pick<SoldProduct, 'launchAt' | 'isDated'>,
  horizonDays: number,
): boolean {
  const isCut = launchAt < until && launchAt + horizonDays > from + 1;
  const mayBeOlder = !isDated && launchAt >= until && launchAt < until + (until - from);
  return isCut || mayBeOlder;
}

function isRelisted({ sold }: SoldProduct, { orderedAt }: OrderLines): boolean {
  const moments = Float64Array.from(sold, (line) => orderedAt[line]!).sort();
  return moments.some((moment, i) => i > 0 && moment - moments[i - 1]! >= RELIST_DAYS);
}
