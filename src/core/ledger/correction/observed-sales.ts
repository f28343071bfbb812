// What a launch has sold so far: its weeks one by one, or their sum. Demand is what would have sold with stock on every
// day; a week that was out of stock nearly throughout shows none.

import { sum } from '#core/base/statistics/statistics.ts';

const WEEK_DAYS = 7;
/** Fewest days in stock of a week that shows demand. */
const LEAST_DAYS = 1;
/** Smallest share of days in stock by which a sum is scaled up: demand counts as at most twice the units sold. */
const LEAST_TIME_IN_STOCK = 0.5;

export interface WeekSales {
  readonly units: number;
  /** Days out of stock, 0–7. */
  readonly daysWithoutStock: number;
}

/** Units so far and days out of stock; by week since launch where they are known by week. */
export interface ObservedSales {
  readonly soldUnits: number;
  readonly daysWithoutStock: number;
  readonly weeks?: readonly WeekSales[] | undefined;
}

/** Returns each week's demand in units: units over the share of days in stock; NaN where it was in stock on under a day. */
export function weeklyDemandOf(weeks: readonly WeekSales[]): number[] {
  return weeks.map(({ units, daysWithoutStock }) => {
    const days = WEEK_DAYS - daysWithoutStock;
    return days < LEAST_DAYS ? NaN : (units * WEEK_DAYS) / Math.min(days, WEEK_DAYS);
  });
}

/** Returns the demand of all weeks together, at most twice the units sold. */
export function demandSoFar(
  { soldUnits, daysWithoutStock, weeks }: ObservedSales,
  weekCount: number,
): number {
  const known = weeks ? weeklyDemandOf(weeks).filter((units) => !Number.isNaN(units)) : [];
  if (known.length > 0) return (sum(known) * weekCount) / known.length;
  const days = WEEK_DAYS * weekCount;
  return soldUnits / Math.max(LEAST_TIME_IN_STOCK, (days - daysWithoutStock) / days);
}
