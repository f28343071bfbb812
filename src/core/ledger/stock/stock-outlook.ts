// Estimates how long stock on hand lasts: when the projected sales reach it. The range scales sales by the errors of
// past launches when their last weeks are predicted from the earlier ones.

import type { Day } from '#core/base/dates.ts';
import { demandSpread, type DemandSpread } from '#core/planning/economics/demand.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { RESIDUALS_BY_RULE } from '../reorder/remaining-by-rule.ts';
import { fitWeeklyCurves } from '#core/model/outcomes/weekly-curve.ts';
import { quantileOfSorted } from '#core/base/statistics/statistics.ts';
import { lateErrors } from './late-errors.ts';
import { matchStock } from './match-stock.ts';
import { salesAhead, soldWithin, weeksUntil, type SalesAhead } from './sales-ahead.ts';
import type { StockItem, StockList } from './stock-list.ts';

/** Days on which the last unit is sold; null: not within two years. */
export interface SoldOutDays {
  readonly expected: Day | null;
  readonly low80: Day | null;
  readonly high80: Day | null;
}

export interface StockOutlook {
  readonly item: StockItem;
  readonly asOf: Day;
  /** null: neither the list nor the history shows how it sells. */
  readonly ahead: SalesAhead | null;
  readonly soldOut: SoldOutDays | null;
}

export interface StockOutlooks {
  readonly outlooks: readonly StockOutlook[];
  /** Equally likely factors on the projected sales. */
  readonly spread: DemandSpread;
}

const WEEK_DAYS = 7;
/** The last known weeks of past launches, predicted from those before. */
const LATE = { after: 8, until: 12 };

/** Returns the projected sales and sold-out days of each item, in the order of the list. */
export function stockOutlooks(
  { items, asOf }: StockList,
  { table, horizonDays }: { readonly table: LaunchTable; readonly horizonDays: number },
): StockOutlooks {
  const curves = fitWeeklyCurves(table);
  const spread = demandSpread(lateErrors(table, LATE) ?? RESIDUALS_BY_RULE);
  const rows = matchStock(items, table);
  const outlooks = items.map((item, i): StockOutlook => {
    const ahead = salesAhead(item, rows[i]!, { table, curves, horizonDays, asOf });
    return {
      item,
      asOf,
      ahead,
      soldOut: ahead && soldOutDays(item.onHand, ahead, { asOf, spread }),
    };
  });
  return { outlooks, spread };
}

/** Returns the share of cases, 0–1, in which some stock is left on a day; null where its sales are not known. */
export function stillOnHand(
  { item, asOf, ahead }: StockOutlook,
  day: Day,
  { factors }: DemandSpread,
): number | null {
  if (!ahead) return null;
  const sold = soldWithin(ahead, Math.max(0, day - asOf) / WEEK_DAYS);
  return factors.filter((factor) => sold * factor < item.onHand).length / factors.length;
}

/** A factor on sales acts like its inverse on the stock: sold a tenth faster, it lasts a tenth shorter. */
function soldOutDays(
  onHand: number,
  ahead: SalesAhead,
  { asOf, spread }: { readonly asOf: Day; readonly spread: DemandSpread },
): SoldOutDays {
  const dayAt = (factor: number): Day | null => {
    const weeks = weeksUntil(ahead, onHand / factor);
    return weeks === null ? null : asOf + Math.round(WEEK_DAYS * weeks);
  };
  const factorAt = (share: number) => quantileOfSorted(spread.factors, share);
  return {
    low80: dayAt(Math.max(1, factorAt(0.9))),
    expected: dayAt(1),
    high80: dayAt(Math.min(1, factorAt(0.1))),
  };
}
