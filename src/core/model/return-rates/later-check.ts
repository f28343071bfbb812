// Whether ranges held for launches after those that a model learnt from, and how much wider they have to be.

import { betaBinomialChances, type Beta } from '#core/base/statistics/beta-distribution.ts';
import { beliefOf, type RateSpread } from './belief.ts';
import type { RateLaunch } from './rate-launch.ts';

export interface LaterCheck {
  /** Later launches that were predicted from the earlier ones; 0 where there were too few. */
  readonly launches: number;
  /** Share of them whose seen rate was in its 80% range before it was widened. */
  readonly covered: number;
}

/** One later launch, and what is known of its η from the earlier ones. */
export interface LaterLaunch extends Pick<RateLaunch, 'returned' | 'sold'> {
  readonly eta: number;
  readonly variance: number;
}

const WITHIN = { low: 0.1, high: 0.9 } as const;
const COVERED = WITHIN.high - WITHIN.low;
/** Counts above it are compared by the share of so many units, so that a long list of chances is not needed. */
const MOST_UNITS = 2_000;
const WIDENINGS = { least: 0.5, most: 2.5 } as const;
/** Later launches for which a widening is believed by half: ranges that are too narrow mislead, wide ones only say less. */
const HALF_BELIEVED = { wider: 60, narrower: 200 } as const;
const HALVINGS = 12;

/**
 * Returns how much of a seen count's step lies within the central 80% of its distribution, 0–1. Its mean is 80% where
 * the distribution is right, though counts come in steps (Czado, Gneiting and Held 2009).
 */
export function coveredShare(
  belief: Beta,
  { returned, sold }: Pick<RateLaunch, 'returned' | 'sold'>,
): number {
  const fewer = Math.min(1, MOST_UNITS / sold);
  const units = Math.round(sold * fewer);
  const count = Math.min(units, Math.round(returned * fewer));
  const chances = betaBinomialChances(units, belief);
  let below = 0;
  for (let k = 0; k < count; k++) below += chances[k]!;
  const step = chances[count]!;
  if (!(step > 0)) return 0;
  const inside = Math.min(below + step, WITHIN.high) - Math.max(below, WITHIN.low);
  return Math.min(1, Math.max(0, inside) / step);
}

/** Returns the mean coverage of later launches under a spread. */
export function coverageOf(later: readonly LaterLaunch[], spread: RateSpread): number {
  const shares = later.map((launch) =>
    coveredShare(beliefOf(launch.eta, launch.variance, spread), launch),
  );
  return shares.reduce((total, share) => total + share, 0) / later.length;
}

/**
 * Returns the widening with which 80% of the later launches are in their ranges, drawn towards 1 where they are few
 * (split conformal prediction, with one number to learn).
 */
export function wideningFor(later: readonly LaterLaunch[], size: number): number {
  let [low, high] = [Math.log(WIDENINGS.least), Math.log(WIDENINGS.most)];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (coverageOf(later, { size, widening: Math.exp(middle) }) < COVERED) low = middle;
    else high = middle;
  }
  const wanted = (low + high) / 2;
  const half = wanted > 0 ? HALF_BELIEVED.wider : HALF_BELIEVED.narrower;
  return Math.exp((wanted * later.length) / (later.length + half));
}
