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

/** Returns the demand of all weeks together; of weeks that are not known by themselves, at most twice the units sold. */
export function demandSoFar(
  { soldUnits, daysWithoutStock, weeks = [] }: ObservedSales,
  weekCount: number,
): number {
  const told = weeks.filter(({ units }) => !Number.isNaN(units));
  const known = weeklyDemandOf(told).filter((units) => !Number.isNaN(units));
  const ofTold = known.length > 0 ? (sum(known) * told.length) / known.length : 0;
  const untold = weekCount - (known.length > 0 ? told.length : 0);
  if (untold === 0) return ofTold;
  const apart = known.length > 0 ? told : [];
  const units = Math.max(0, soldUnits - sum(apart.map((week) => week.units)));
  const without = daysWithoutStock - sum(apart.map((week) => week.daysWithoutStock));
  const inStock = 1 - Math.max(0, without) / (WEEK_DAYS * untold);
  return ofTold + units / Math.max(LEAST_TIME_IN_STOCK, inStock);
}
