// Bounds how far hidden reasons may have moved a gain. Where the seller knew something that no column records and that
// affects sales, no estimate from launches alone can be right. If it made no choice more than Γ times as likely, the
// truth lies between two bounds.

import { mean, quantileOfSorted, standardDeviation } from '#core/base/statistics/statistics.ts';
import type { ChoiceInput } from './choice-inputs.ts';
import { DEVIATIONS, type Interval } from './intervals.ts';
import { clippedWeight, weightCeiling } from './launch-terms.ts';
import type { LoggedLaunches } from './logged-launches.ts';

/** Least number of launches in a group of residuals; groups are formed by expected reward. */
const LEAST_IN_GROUP = 50;
const MOST_GROUPS = 8;

/**
 * Returns a function from odds Γ to the interval of the true gain under the marginal sensitivity model (Tan 2006, JASA
 * 101). For every action, the odds of taking it given all that the seller knew are between 1/Γ and Γ times the odds
 * given the columns. So 1/p(a | x, u) = 1 + (1/p(a | x) − 1) λ with λ in [1/Γ, Γ]. The highest gain takes λ = Γ where
 * the reward exceeds its Γ/(1 + Γ) quantile Q given x and a, else 1/Γ. Estimated as in Dorn, Guo & Kallus (2024), JASA
 * 120, "Doubly-valid/doubly-sharp sensitivity analysis":
 *   mean of Σ_b π(b) ρ(b) + π(a) (r − ρ(a)) + (w − π(a)) (H(r) − ρ(a)) − r,  H(r) = Q + Γ^{±1} (r − Q),
 * with ρ = q̂ + E[H(r) − r | q̂]. Wrong quantiles only widen the interval; Γ = 1 gives the doubly robust gain.
 * Quantiles and means of r − q̂ are those of launches with a similar expected reward.
 * @param share least share of such logs whose interval holds the true gain, where the odds are at most Γ
 */
export function gainBounder(
  logged: LoggedLaunches,
  policy: Float64Array,
  share: keyof typeof DEVIATIONS,
): (odds: number) => Interval {
  const groups = residualGroups(logged);
  return (odds) => {
    const lowest = gainsUnder(logged, policy, extremeOf(groups, 1 / odds));
    const highest = gainsUnder(logged, policy, extremeOf(groups, odds));
    return {
      low: mean(lowest) - DEVIATIONS[share] * errorOf(lowest),
      high: mean(highest) + DEVIATIONS[share] * errorOf(highest),
    };
  };
}

/** Least odds assumed for hidden reasons: with few launches, the ridge shrinks away most of any input's effect. */
const LEAST_ODDS = 1.5;

/** Returns the odds by which hidden reasons may have moved a choice: as much as the strongest recorded input. */
export function statedOdds({ strongest }: Pick<LoggedLaunches, 'strongest'>): {
  readonly odds: number;
  readonly input: ChoiceInput | null;
} {
  if (strongest === null || strongest.odds < LEAST_ODDS) return { odds: LEAST_ODDS, input: null };
  return strongest;
}

/** Odds beyond which a gain counts as safe from hidden reasons. */
export const MOST_ODDS = 10;
const HALVINGS = 12;

/**
 * Finds by bisection the odds at which a bound reaches zero. Returns null where they exceed MOST_ODDS, or where the
 * interval already holds zero without hidden reasons.
 */
export function tippingOdds(boundAt: (odds: number) => Interval): number | null {
  const holdsZero = (odds: number): boolean => {
    const { low, high } = boundAt(odds);
    return low <= 0 && high >= 0;
  };
  if (holdsZero(1) || !holdsZero(MOST_ODDS)) return null;
  let [safe, gone] = [0, Math.log(MOST_ODDS)];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (safe + gone) / 2;
    if (holdsZero(Math.exp(middle))) gone = middle;
    else safe = middle;
  }
  return Math.exp(safe);
}

/** Returns the standard error of the mean. */
function errorOf(gains: Float64Array): number {
  return standardDeviation(gains) / Math.sqrt(gains.length);
}

/** Residuals of launches, grouped by the reward expected of the action taken. */
interface ResidualGroups {
  /** Lowest expected reward of each group but the first. */
  readonly edges: readonly number[];
  /** r − q̂ of each group, ascending. */
  readonly residuals: readonly Float64Array[];
}

function residualGroups({
  count,
  actions,
  taken,
  reward,
  expected,
}: LoggedLaunches): ResidualGroups {
  const own = (i: number) => expected[i * actions.length + taken[i]!]!;
  const order = Uint32Array.from({ length: count }, (_, i) => i).sort((i, j) => own(i) - own(j));
  const groupCount = Math.max(1, Math.min(MOST_GROUPS, Math.floor(count / LEAST_IN_GROUP)));
  const first = (group: number) => Math.round((group * count) / groupCount);
  const groups = Array.from({ length: groupCount }, (_, g) =>
    order.subarray(first(g), first(g + 1)),
  );
  return {
    edges: groups.slice(1).map((rows) => own(rows[0]!)),
    residuals: groups.map((rows) =>
      Float64Array.from(rows, (row) => reward[row]! - own(row)).sort(),
    ),
  };
}

/** Per group: the residual above which a launch weighs more, and how much that adds to the group's mean. */
interface Extreme {
  readonly edges: readonly number[];
  readonly quantiles: readonly number[];
  readonly shifts: readonly number[];
  readonly odds: number;
}

/** Returns the weighting of the highest gains, or of the lowest where odds are below 1. */
function extremeOf({ edges, residuals }: ResidualGroups, odds: number): Extreme {
  const quantiles = residuals.map((sorted) => quantileOfSorted(sorted, odds / (1 + odds)));
  const shifts = residuals.map((sorted, group) =>
    mean(sorted.map((residual) => stretched(residual, quantiles[group]!, odds) - residual)),
  );
  return { edges, quantiles, shifts, odds };
}

function stretched(residual: number, quantile: number, odds: number): number {
  const beyond = residual - quantile;
  return quantile + (beyond > 0 ? odds : 1 / odds) * beyond;
}

/** Returns what each launch adds to the bound. */
function gainsUnder(
  { count, actions, taken, reward, propensities, expected }: LoggedLaunches,
  policy: Float64Array,
  { edges, quantiles, shifts, odds }: Extreme,
): Float64Array {
  const width = actions.length;
  const ceiling = weightCeiling(count);
  const groupOf = (value: number): number => {
    const after = edges.findIndex((edge) => value < edge);
    return after < 0 ? edges.length : after;
  };
  return Float64Array.from({ length: count }, (_, i) => {
    const at = i * width + taken[i]!;
    const group = groupOf(expected[at]!);
    const residual = reward[i]! - expected[at]!;
    const wanted = policy[at]!;
    const weight = clippedWeight(wanted, propensities[at]!, ceiling);
    const shift = shifts[group]!;
    let model = 0;
    for (let a = i * width; a < (i + 1) * width; a++)
      if (policy[a]! > 0) model += policy[a]! * (expected[a]! + shifts[groupOf(expected[a]!)]!);
    const moved = stretched(residual, quantiles[group]!, odds) - shift;
    return model + wanted * (residual - shift) + (weight - wanted) * moved - reward[i]!;
  });
}
