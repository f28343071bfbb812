// Estimates the range of a season's total. Errors of launches in one month are correlated, those of different months
// are not. Gaussian copula with one common factor per month (Li, Journal of Fixed Income 2000): launch i of month m
// takes the quantile Φ(√ρ F_m + √(1 − ρ) ε_i) of its own outcomes.

import { monthStart, type Day } from '#core/base/dates.ts';
import { demandPoints } from '#core/planning/economics/demand.ts';
import { objectiveAt } from '#core/planning/economics/launch-objective.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { rangeAround } from '#core/planning/plan/outcome-range.ts';
import { normalQuantile, normalShare } from '#core/base/statistics/normal-distribution.ts';
import { seededRandom } from '#core/base/random.ts';
import { quantileOfSorted } from '#core/base/statistics/statistics.ts';
import type { SeasonOffers } from '../offers/season-offers.ts';
import type { SeasonOption } from '../offers/season-option.ts';

/** One part of what is summed. */
export interface CorrelatedPart {
  /**
   * Seed of its own randomness: one product keeps its draws wherever it is placed, so a total does not jump when it
   * moves.
   */
  readonly seed: number;
  /** Parts of the same month are correlated. */
  readonly month: Day;
}

/** One part of a total. */
export interface UncertainOutcome extends CorrelatedPart {
  readonly expected: number;
  /** Returns the quantile of its outcomes for a share, 0–1; it rises with the share, or falls where it is negated. */
  readonly at: (share: number) => number;
}

const DRAWS = 1000;

/**
 * Returns the range of the total of the parts, less `lost`.
 * @param sharedFate correlation of two parts of one month, 0–1
 */
export function totalRange(
  parts: readonly UncertainOutcome[],
  sharedFate: number,
  lost = 0,
): OutcomeRange {
  const expected = parts.reduce((all, part) => all + part.expected, -lost);
  const totals = drawnTotals(parts, sharedFate, lost);
  return rangeAround(expected, (share) => quantileOfSorted(totals, share));
}

/** Returns equally likely totals of the parts, less `lost`, ascending. */
export function drawnTotals(
  parts: readonly UncertainOutcome[],
  sharedFate: number,
  lost: number,
): Float64Array {
  const drawn = drawnShares(parts, sharedFate);
  const totals = new Float64Array(DRAWS).fill(-lost);
  parts.forEach(({ at }, part) => {
    for (let i = 0; i < DRAWS; i++) totals[i] = totals[i]! + at(drawn[part]![i]!);
  });
  return totals.sort();
}

/**
 * Draws equally likely cases of all parts: for each part, the share, 0–1, of its outcomes that are lower, [parts ×
 * draws].
 * @param sharedFate correlation of two parts of one month, 0–1
 */
export function drawnShares(
  parts: readonly CorrelatedPart[],
  sharedFate: number,
): readonly Float64Array[] {
  const [common, own] = [Math.sqrt(sharedFate), Math.sqrt(1 - sharedFate)];
  const shares = Float64Array.from({ length: DRAWS }, (_, i) => (i + 0.5) / DRAWS);
  // A single part has no correlation, so its range equals its own forecast.
  if (parts.length === 1) return [shares];
  const factorsOf = factorsByMonth(shares.map(normalQuantile), parts);
  return parts.map(({ seed, month }) => {
    const factors = factorsOf(month);
    const normal = normals(seed);
    return factors.map((factor) => normalShare(common * factor + own * normal()));
  });
}

/** Returns the same equally likely factors for each month, shuffled by month. */
function factorsByMonth(
  factors: Float64Array,
  parts: readonly CorrelatedPart[],
): (month: Day) => Float64Array {
  const months = [...new Set(parts.map(({ month }) => month))];
  if (months.length < 2) return () => factors;
  const known = new Map(months.map((month) => [month, shuffled(factors, month)]));
  return (month) => known.get(month)!;
}

/** Fisher–Yates shuffle. */
function shuffled(values: Float64Array, seed: number): Float64Array {
  const random = seededRandom(seed);
  const list = values.slice();
  for (let i = list.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [list[i], list[other]] = [list[other]!, list[i]!];
  }
  return list;
}

/** Returns what an outcome takes from a total, with the same draws. */
export function negated({ expected, at, ...drawn }: UncertainOutcome): UncertainOutcome {
  return { ...drawn, expected: -expected, at: (share) => -at(share) };
}

type LaunchedOption = Pick<
  SeasonOption,
  'value' | 'brought' | 'week' | 'logUnits' | 'money' | 'stockUnits'
>;

/** Returns the outcome of one launch, in the season's objective. What it brings other products is the same in all cases. */
export function launchOutcome(
  { objective, spread, weeks }: Pick<SeasonOffers, 'objective' | 'spread' | 'weeks'>,
  { value, brought = 0, week, logUnits, money, stockUnits }: LaunchedOption,
  seed: number,
): UncertainOutcome {
  const points = demandPoints(spread, logUnits);
  const launched = { money, stock: stockUnits };
  const outcomes = points.map((units) => objectiveAt(objective, units, launched)).sort();
  const last = outcomes.length - 1;
  return {
    ...{ expected: value, seed, month: monthStart(weeks[week]!) },
    at: (share) => brought + outcomes[Math.min(last, Math.floor(share * outcomes.length))]!,
  };
}

/** Returns an outcome known by its ranges only: interpolated linearly, and extrapolated with the slopes at the ends. */
export function rangedOutcome(
  range: OutcomeRange,
  { seed, month }: CorrelatedPart,
): UncertainOutcome {
  const { expected, low80, low50, high50, high80 } = range;
  const shares = [0.1, 0.25, 0.5, 0.75, 0.9];
  // For money, the expected value is the mean, which can lie outside the quartiles of skewed outcomes, so it is
  // clamped.
  const values = [low80, low50, Math.min(high50, Math.max(low50, expected)), high50, high80];
  const at = (share: number): number => {
    const i = Math.min(
      3,
      Math.max(
        0,
        shares.findLastIndex((each) => each <= share),
      ),
    );
    const [from, to] = [shares[i]!, shares[i + 1]!];
    return values[i]! + ((share - from) / (to - from)) * (values[i + 1]! - values[i]!);
  };
  return { expected, at, seed, month };
}

/** Returns a source of standard normal draws (Box–Muller). */
export function normals(seed: number): () => number {
  const random = seededRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
