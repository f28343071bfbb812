// When the demand of a launch comes: how much of it is seen before a reorder is decided, and how much has passed when
// the reorder arrives.

import { shareSoldBy, type WeeklyCurve } from '#core/model/outcomes/weekly-curve.ts';
import type { StockTerms } from '../plan/stock-terms.ts';

/** Weeks of sales after which a reorder is decided. */
export const SEEN_WEEKS = 2;
const WEEK_DAYS = 7;

/** Noise where the history has no units by week: that of 1,059 launches of a real gift shop, two of four weeks. */
export const ASSUMED_NOISE = 0.36;

/** Shares of the demand within the horizon, 0–1. */
export interface EarlyPace {
  /** Demand of the first two weeks. */
  readonly seenShare: number;
  /** Demand until a reorder placed after two weeks arrives. */
  readonly arrivedShare: number;
  /** Standard deviation of the demand seen, on the log scale. */
  readonly noise: number;
  /** Whether pace and noise are those of past launches; else an even pace and `ASSUMED_NOISE`. */
  readonly isLearnt: boolean;
}

interface PaceFacts {
  readonly curve: WeeklyCurve | null;
  /** As `earlyNoise` gives it. */
  readonly noise: number | null;
  readonly leadTimeDays: StockTerms['leadTimeDays'];
  readonly horizonDays: number;
}

/** Returns the pace; null where a reorder would arrive only at the end of the horizon or later. */
export function earlyPace({
  curve,
  noise,
  leadTimeDays,
  horizonDays,
}: PaceFacts): EarlyPace | null {
  const horizon = horizonDays / WEEK_DAYS;
  const arrival = SEEN_WEEKS + leadTimeDays / WEEK_DAYS;
  if (arrival >= horizon) return null;
  const shareBy = (weeks: number) =>
    curve ? shareSoldBy(curve, weeks) / shareSoldBy(curve, horizon) : weeks / horizon;
  return {
    seenShare: Math.min(1, shareBy(SEEN_WEEKS)),
    arrivedShare: Math.min(1, shareBy(arrival)),
    noise: noise ?? ASSUMED_NOISE,
    isLearnt: curve !== null && noise !== null,
  };
}
