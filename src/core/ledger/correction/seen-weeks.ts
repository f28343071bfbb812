// How far the weeks so far are from the sales curve, on the log scale. Where only their sum is known, every week is as far
// from it as the sum; past launches are then seen by their sums too, so residuals tell what that costs.

import type { KnownLaunch, SalesCurve } from './sales-curve.ts';
import { demandSoFar, weeklyDemandOf, type ObservedSales } from './observed-sales.ts';

export interface SeenWeeks {
  /** Weeks whose demand is known, from 0. */
  readonly weeks: readonly number[];
  /** Whether only the sum of the weeks is known. */
  readonly isSum: boolean;
  /** log1p of demand over what the curve and the season expect, [weeks]. */
  readonly beyond: readonly number[];
}

/** Returns what is seen of a running launch after some weeks. @param season its log season, [weeks] */
export function seenWeeks(
  curve: SalesCurve,
  sales: ObservedSales,
  { after, season }: { readonly after: number; readonly season: readonly number[] },
): SeenWeeks {
  if (!sales.weeks) {
    const beyond = beyondOfSum(curve, season, { after, units: demandSoFar(sales, after) });
    const weeks = Array.from({ length: after }, (_, week) => week);
    return { weeks, isSum: true, beyond: weeks.map(() => beyond) };
  }
  const demand = weeklyDemandOf(sales.weeks.slice(0, after));
  const weeks = [...demand.keys()].filter((week) => !Number.isNaN(demand[week]!));
  const beyond = weeks.map((week) => Math.log1p(demand[week]!) - season[week]! - curve.mean[week]!);
  return { weeks, isSum: false, beyond };
}

/** Returns the same of a past launch, seen as the running one is. */
export function seenOfPast(
  curve: SalesCurve,
  { logs, season }: KnownLaunch,
  { weeks, isSum }: Pick<SeenWeeks, 'weeks' | 'isSum'>,
): number[] {
  if (!isSum) return weeks.map((week) => logs[week]! - curve.mean[week]!);
  const units = weeks.reduce((all, week) => all + Math.expm1(logs[week]! + season[week]!), 0);
  const beyond = beyondOfSum(curve, season, { after: weeks.length, units });
  return weeks.map(() => beyond);
}

function beyondOfSum(
  { mean }: SalesCurve,
  season: readonly number[],
  { after, units }: { readonly after: number; readonly units: number },
): number {
  let expected = 0;
  for (let week = 0; week < after; week++) expected += Math.exp(mean[week]! + season[week]!);
  return Math.log1p(units) - Math.log(expected);
}
