// Normal values of which some are known only from below (Tobin 1958, "Estimation of relationships for limited dependent
// variables"): a launch that sold out could have sold more. Fitted by expectation and maximisation (Dempster, Laird and
// Rubin 1977), which never lowers the likelihood, whatever share is censored.

import { normalDensity, normalQuantile, normalShare } from './normal-distribution.ts';
import { mean, normalSpread, OUTLIER_DEVIATIONS, sum } from './statistics.ts';

/** Fewest known values to which a distribution is fitted; of fewer, an extreme spread may be the likeliest. */
export const FEWEST_KNOWN = 10;

export interface CensoredNormal {
  readonly centre: number;
  readonly spread: number;
}

const MOST_STEPS = 500;
const SETTLED = 1e-7;

/**
 * Returns the normal distribution of the values. A value counts five robust standard deviations from the middle of the
 * known ones at most, because an input error would widen it. The spread is NaN where every value is censored.
 * @param atLeast whether each value is only a lower bound
 * @param fixedCentre centre where it is known; undefined: it is estimated
 */
export function fitCensoredNormal(
  values: ArrayLike<number>,
  atLeast: readonly boolean[],
  fixedCentre?: number,
): CensoredNormal {
  const all = Array.from(values);
  const known = all.filter((_, i) => !atLeast[i]);
  if (known.length === 0) return { centre: fixedCentre ?? NaN, spread: NaN };
  const usual = fixedCentre ?? mean(known);
  const most = OUTLIER_DEVIATIONS * normalSpread(known.map((value) => value - usual));
  const within = (value: number) => Math.min(usual + most, Math.max(usual - most, value));
  const kept = known.map(within);
  const bounds = all.filter((_, i) => atLeast[i]).map(within);
  let centre = usual;
  let spread = Math.sqrt(mean(kept.map((value) => (value - centre) ** 2)));
  for (let step = 0; step < MOST_STEPS && spread > 0; step++) {
    const hazards = bounds.map((bound) => hazard((bound - centre) / spread));
    const moved =
      fixedCentre ?? (sum(kept) + sum(hazards.map((h) => centre + spread * h))) / all.length;
    // E[(y − moved)²] of a censored value y above its bound.
    const ofBounds = bounds.map((bound, i) => {
      const expected = centre + spread * hazards[i]!;
      const variance = spread ** 2 * (1 + hazards[i]! * ((bound - centre) / spread - hazards[i]!));
      return variance + (expected - moved) ** 2;
    });
    const squares = sum(kept.map((value) => (value - moved) ** 2)) + sum(ofBounds);
    const next = Math.sqrt(squares / all.length);
    const isSettled = Math.abs(next - spread) + Math.abs(moved - centre) < SETTLED * next;
    [centre, spread] = [moved, next];
    if (isSettled) break;
  }
  return { centre, spread };
}

/**
 * Returns the mean of normal values above a bound: centre + spread × hazard((bound − centre) / spread), the inverse
 * Mills ratio; the bound itself without a spread.
 */
export function meanAbove(bound: number, { centre, spread }: CensoredNormal): number {
  if (!(spread > 0)) return bound;
  return Math.max(bound, centre + spread * hazard((bound - centre) / spread));
}

/** Returns the quantile of values above a bound, for a share of them, 0–1. */
export function quantileAbove(
  bound: number,
  share: number,
  { centre, spread }: CensoredNormal,
): number {
  if (!(spread > 0)) return bound;
  const below = normalShare((bound - centre) / spread);
  const value = centre + spread * normalQuantile(below + share * (1 - below));
  return Math.max(bound, value);
}

/** Standard deviations from which the hazard is taken from its series. */
const FAR = 6;

/** Returns the density of a standard normal at z over the share above z: the mean of the values above z. */
function hazard(z: number): number {
  // Laplace's continued fraction; its error at 6 is below 1e-5.
  if (z > FAR) return z + 1 / (z + 2 / (z + 3 / z));
  return normalDensity(z) / normalShare(-z);
}
