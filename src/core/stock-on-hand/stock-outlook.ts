// Until when what is in stock lasts: where the sales ahead reach what is on hand, if they go as expected, and if they go as much better or
// worse as the last weeks of past launches went than those before let expect.

import type { Day } from '../dates.ts';
import { demandSpread, type DemandSpread } from '../launch/demand.ts';
import type { LaunchTable } from '../launch/launch-table.ts';
import { RESIDUALS_BY_RULE } from '../reorder/rest-by-rule.ts';
import { learnRest } from '../reorder/rest-lesson.ts';
import { fitWeeklyCurves } from '../sales-curve/weekly-curve.ts';
import { quantileOfSorted } from '../statistics.ts';
import { matchStock } from './match-stock.ts';
import { salesAhead, soldWithin, weeksUntil, type SalesAhead } from './sales-ahead.ts';
import type { StockItem, StockList } from './stock-list.ts';

/** Days on which the last piece is sold; null: not within two years. */
export interface SoldOutDays {
  readonly expected: Day | null;
  readonly low80: Day | null;
  readonly high80: Day | null;
}

export interface StockOutlook {
  readonly item: StockItem;
  readonly asOf: Day;
  /** null: neither the list nor the history tells how it sells. */
  readonly ahead: SalesAhead | null;
  readonly soldOut: SoldOutDays | null;
}

export interface StockOutlooks {
  readonly outlooks: readonly StockOutlook[];
  /** Factors on what is sold ahead, as likely as each other. */
  readonly spread: DemandSpread;
}

const WEEK_DAYS = 7;
/** The last weeks that past launches know, told from those before. */
const LATE = { after: 8, until: 12 };

export function stockOutlooks(
  { items, asOf }: StockList,
  { table, horizonDays }: { readonly table: LaunchTable; readonly horizonDays: number },
): StockOutlooks {
  const curves = fitWeeklyCurves(table);
  const spread = demandSpread(learnRest(table, [], LATE)?.residuals ?? RESIDUALS_BY_RULE);
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

/** The share of cases in which something is left on a day, 0–1; null where nothing tells. */
export function stillOnHand(
  { item, asOf, ahead }: StockOutlook,
  day: Day,
  { factors }: DemandSpread,
): number | null {
  if (!ahead) return null;
  const sold = soldWithin(ahead, Math.max(0, day - asOf) / WEEK_DAYS);
  return factors.filter((factor) => sold * factor < item.onHand).length / factors.length;
}

/** Sold a tenth faster, it is gone a tenth earlier: a factor on sales is one on what is on hand, the other way round. */
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
