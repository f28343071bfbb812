// What ads seem to do: the slope of log(units) over log2(ad spend), over all launches or within groups of like launches.
// Within groups, launches are compared with the mean of their group, which gives the same slope as a regression with a
// constant for each group (Frisch and Waugh 1933; Lovell 1963).

import { mean } from '#core/base/statistics/statistics.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { rangeAround } from '#core/planning/plan/outcome-range.ts';
import { fitLinear, weightAt, type LinearFit } from '../decision/least-squares.ts';
import type { AdsLaunch } from './ads-shop.ts';

/** A picture of the launches and the line through them. Ad spend and units, both on logarithmic axes. */
export interface AdsPicture {
  readonly adSpends: readonly number[];
  readonly units: readonly number[];
  /** Change of units per doubled ad spend, with its ranges: 0.15 adds 15%. */
  readonly effect: OutcomeRange;
  /** Units that the line gives for an ad spend. */
  readonly unitsAt: (adSpend: number) => number;
}

/** Compares all launches with each other. */
export function compareAll(launches: readonly AdsLaunch[]): AdsPicture {
  const xs = launches.map(({ adSpend }) => Math.log2(adSpend));
  const ys = launches.map(({ units }) => Math.log(units));
  const fit = fitLinear(
    xs.map((x) => [1, x]),
    ys,
  );
  return pictureOf(xs, ys, fit);
}

/** Compares launches of the same category and season only. Its points are moved to the mean of all launches. */
export function compareLike(launches: readonly AdsLaunch[]): AdsPicture {
  const groups = [...new Set(launches.map(groupOf))];
  const logSpends = launches.map(({ adSpend }) => Math.log2(adSpend));
  const logUnits = launches.map(({ units }) => Math.log(units));
  const rows = launches.map((launch, i) => {
    const constants = groups.slice(1).map((group) => Number(group === groupOf(launch)));
    return [1, logSpends[i]!, ...constants];
  });
  const names = launches.map(groupOf);
  const fit = fitLinear(rows, logUnits);
  return pictureOf(withoutGroups(logSpends, names), withoutGroups(logUnits, names), fit);
}

function groupOf({ category, isInSeason }: AdsLaunch): string {
  return `${category} ${isInSeason}`;
}

/** Replaces the mean of each group by the mean of all. */
function withoutGroups(values: readonly number[], groups: readonly string[]): number[] {
  const all = mean(values);
  const means = new Map(
    [...new Set(groups)].map((group) => [
      group,
      mean(values.filter((_, i) => groups[i] === group)),
    ]),
  );
  return values.map((value, i) => value - means.get(groups[i]!)! + all);
}

/** @param fit of the points; its second weight is their slope */
function pictureOf(xs: readonly number[], ys: readonly number[], fit: LinearFit): AdsPicture {
  const [centreX, centreY] = [mean(xs), mean(ys)];
  const slope = fit.weights[1]!;
  return {
    adSpends: xs.map((x) => 2 ** x),
    units: ys.map(Math.exp),
    effect: rangeAround(Math.expm1(slope), (share) => Math.expm1(weightAt(fit, 1, share))),
    unitsAt: (adSpend) => Math.exp(centreY + slope * (Math.log2(adSpend) - centreX)),
  };
}

export type Verdict = 'more' | 'fewer' | 'none';

/** Returns what the 80% range says: more units, fewer, or no difference that can be told from chance. */
export function verdictOf({ low80, high80 }: Pick<OutcomeRange, 'low80' | 'high80'>): Verdict {
  if (low80 > 0) return 'more';
  return high80 < 0 ? 'fewer' : 'none';
}
