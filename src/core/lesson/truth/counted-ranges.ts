// Whether ranges hold: built from the errors on earlier launches, counted on later ones, and again from several origins
// (rolling-origin evaluation: Tashman 2000).

import { median } from '#core/base/statistics/statistics.ts';
import { centralRange } from '#core/model/blend/conformal-ranges.ts';
import type { ShopLaunch } from '../decision/decision-shop.ts';
import { fitLaunches, forecastLog } from '../decision/launch-model.ts';

/** Launches in the order of time: the first are learnt from, the next give the errors, the last are counted. */
export interface TimeSplit {
  readonly learnt: number;
  readonly compared: number;
  readonly counted: number;
}

/** A later launch: what was forecast, in units, and what happened. */
export interface CountedLaunch {
  readonly forecast: number;
  readonly low: number;
  readonly high: number;
  readonly units: number;
  readonly isInside: boolean;
}

export interface CountedRanges {
  readonly launches: readonly CountedLaunch[];
  readonly insideCount: number;
  /** Median distance between the ends of a range, in units. */
  readonly width: number;
}

/** @param level share of launches, 0–1, that the ranges should hold */
export function countRanges(
  launches: readonly ShopLaunch[],
  { learnt, compared, counted }: TimeSplit,
  level: number,
): CountedRanges {
  const model = fitLaunches(launches.slice(0, learnt + compared), learnt);
  const [below, above] = centralRange(model.residuals, level);
  const later = launches.slice(learnt + compared, learnt + compared + counted);
  const found = later.map((launch): CountedLaunch => {
    const middle = forecastLog(model, launch);
    const unitsOf = (log: number) => Math.max(0, Math.expm1(log));
    const [low, high] = [unitsOf(middle + below), unitsOf(middle + above)];
    const { units } = launch;
    return { forecast: unitsOf(middle), low, high, units, isInside: units >= low && units <= high };
  });
  return {
    launches: found,
    insideCount: found.filter(({ isInside }) => isInside).length,
    width: median(found.map(({ low, high }) => high - low)),
  };
}

/** What would have been found from one origin in the past. */
export interface Backtest {
  /** Launches made before the origin. */
  readonly before: number;
  readonly ranges: CountedRanges;
}

/** Counts the next launches from each origin; errors come from as many launches just before it. */
export function backtest(
  launches: readonly ShopLaunch[],
  { origins, counted }: { readonly origins: readonly number[]; readonly counted: number },
  level: number,
): Backtest[] {
  return origins.map((before) => {
    const split = { learnt: before - counted, compared: counted, counted };
    return { before, ranges: countRanges(launches, split, level) };
  });
}
