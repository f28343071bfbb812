// Plays one launch week by week. Demand is known; what a policy orders at the end of a week arrives after the next one.

import type { WeekSales } from '#core/ledger/correction/observed-sales.ts';

export interface PlayedLaunch {
  /** Demand in units by week since launch. */
  readonly asked: readonly number[];
  readonly firstStock: number;
  readonly forecastLog: number;
  readonly price: number;
  readonly launchDay: number;
  readonly category: string;
}

/** What a seller sees at the end of a week. */
export interface SeenWeek {
  /** Week since launch, from 1. */
  readonly week: number;
  readonly soldUnits: number;
  readonly soldLastWeek: number;
  /** Demand of the last week. No seller sees it where nothing was left. */
  readonly askedLastWeek: number;
  /** Share of the last week with stock to sell, 0–1. */
  readonly inStockLastWeek: number;
  readonly daysWithoutStock: number;
  readonly stockLeft: number;
  readonly onOrder: number;
  /** Units and days out of stock of each week so far. */
  readonly weeks: readonly WeekSales[];
}

/** Units to order at the end of a week. */
export type Policy = (seen: SeenWeek, launch: PlayedLaunch) => number;

const LEAD_WEEKS = 1;

/** Plays a launch by a policy. Unmet demand counts from the second week on, because no order changes the first. */
export function playLaunch(
  launch: PlayedLaunch,
  policy: Policy,
): { readonly unmet: number; readonly left: number } {
  let [stock, coming, sold, unmet, daysWithout] = [launch.firstStock, 0, 0, 0, 0];
  const ordered: number[] = [];
  const weeks: WeekSales[] = [];
  launch.asked.forEach((asked, index) => {
    stock += coming;
    const soldNow = Math.min(asked, stock);
    stock -= soldNow;
    sold += soldNow;
    // Buyers come evenly over the week.
    const inStock = asked > soldNow ? soldNow / asked : 1;
    daysWithout += 7 * (1 - inStock);
    weeks.push({ units: soldNow, daysWithoutStock: 7 * (1 - inStock) });
    if (index > 0) unmet += asked - soldNow;
    coming = ordered[index - 1] ?? 0;
    const comesInTime = index + 1 + LEAD_WEEKS < launch.asked.length;
    ordered[index] = comesInTime
      ? policy(
          {
            ...{ week: index + 1, soldUnits: sold, soldLastWeek: soldNow, askedLastWeek: asked },
            inStockLastWeek: inStock,
            ...{ daysWithoutStock: daysWithout, stockLeft: stock, onOrder: coming },
            weeks: [...weeks],
          },
          launch,
        )
      : 0;
  });
  return { unmet, left: stock + coming };
}
