// What to fix first: aspects by the money of launches whose buyers complain of them. It says what is at stake at most,
// not what a change would bring.

import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { isShown, type AspectShare, type AspectShares } from './aspect-shares.ts';

const YEAR_DAYS = 365;

/** Sales of the launches of the last year, within their horizon. */
export interface YearSales {
  readonly launches: number;
  readonly units: number;
  /** Launches whose price and unit cost are known, and their margin after the channel's fee. */
  readonly pricedLaunches: number;
  readonly margin: number;
}

type Sold = Pick<
  LaunchTable,
  'launchDay' | 'units' | 'listPrice' | 'salePrice' | 'unitCost' | 'channelFee'
>;

/** Adds up the launches of the year that ends with the newest one. Launches with unknown units are left out. */
export function yearSales(table: Sold): YearSales {
  const last = table.launchDay.reduce((latest, day) => Math.max(latest, day), -Infinity);
  let [launches, units, pricedLaunches, margin] = [0, 0, 0, 0];
  table.launchDay.forEach((day, row) => {
    const sold = table.units[row]!;
    if (day <= last - YEAR_DAYS || !(sold >= 0)) return;
    launches += 1;
    units += sold;
    const fee = Number.isNaN(table.channelFee[row]!) ? 0 : table.channelFee[row]!;
    const paid = Number.isNaN(table.salePrice[row]!)
      ? table.listPrice[row]!
      : table.salePrice[row]!;
    const perUnit = paid * (1 - fee) - table.unitCost[row]!;
    if (Number.isNaN(perUnit)) return;
    pricedLaunches += 1;
    margin += sold * perUnit;
  });
  return { launches, units, pricedLaunches, margin };
}

export interface Stake {
  readonly share: AspectShare;
  /** Buyers who would complain: units × share, with the ends of its 80% range. */
  readonly units: OutcomeRange;
  /** Margin of these units, in the shop's currency; null where no launch has both price and unit cost. */
  readonly margin: OutcomeRange | null;
}

/** Returns the aspects whose complaints are known well enough, by what is at stake, the most first. */
export function moneyAtStake(shares: AspectShares, sales: YearSales): Stake[] {
  const stakes = shares.aspects
    .filter(({ complaints, complaintCount }) => complaintCount > 0 && isShown(shares, complaints))
    .map((share) => ({
      share,
      units: scaled(share.complaints, sales.units),
      margin: sales.pricedLaunches > 0 ? scaled(share.complaints, sales.margin) : null,
    }));
  return stakes.sort((a, b) => b.units.expected - a.units.expected);
}

function scaled(
  { expected, low50, high50, low80, high80 }: OutcomeRange,
  total: number,
): OutcomeRange {
  return {
    expected: expected * total,
    low50: low50 * total,
    high50: high50 * total,
    low80: low80 * total,
    high80: high80 * total,
  };
}
