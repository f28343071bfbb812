// How much the launches of one month vary together. Their misses have a part in common, launches of one category a
// further one, so that a month of one category is riskier than one of many. With deviations s and correlations ρ of the
// month and γ of a category in it, the variance of the month's total is
//   (1 − ρ − γ) Σ s² + γ Σ_category (Σ s)² + ρ (Σ s)²,
// the square of a norm of the deviations taken: convex, so that its tangents bound it from below.

import type { MissCorrelation } from '#core/planning/suppliers/shortlist.ts';

/** A launch of a month. */
export interface MonthLaunch {
  readonly category: string;
  /** Standard deviation of its objective. */
  readonly spread: number;
}

/** Returns the standard deviation of the total of launches in one month. */
export function monthDeviation(
  launches: readonly MonthLaunch[],
  { month, category }: MissCorrelation,
): number {
  const all = launches.reduce((sum, { spread }) => sum + spread, 0);
  const squares = launches.reduce((sum, { spread }) => sum + spread ** 2, 0);
  let ofCategories = 0;
  for (const sum of sumsByCategory(launches).values()) ofCategories += sum ** 2;
  return Math.sqrt(
    ownShare({ month, category }) * squares + category * ofCategories + month * all ** 2,
  );
}

/**
 * Returns a function of any further launch of the month: by how much the deviation of launches that are taken grows with
 * it, per share of it that is taken (the gradient of the norm). The sum over a set of launches never exceeds the
 * deviation of that set.
 * @param taken launches at which the tangent lies
 */
export function deviationTangent(
  taken: readonly MonthLaunch[],
  correlation: MissCorrelation,
): (launch: MonthLaunch, isTaken: boolean) => number {
  const { month, category } = correlation;
  const deviation = monthDeviation(taken, correlation);
  const all = taken.reduce((sum, { spread }) => sum + spread, 0);
  const sums = sumsByCategory(taken);
  return ({ category: own, spread }, isTaken) => {
    if (deviation === 0) return 0;
    const itself = isTaken ? ownShare(correlation) * spread : 0;
    return (spread * (itself + category * (sums.get(own) ?? 0) + month * all)) / deviation;
  };
}

function ownShare({ month, category }: MissCorrelation): number {
  return Math.max(0, 1 - month - category);
}

function sumsByCategory(launches: readonly MonthLaunch[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { category, spread } of launches)
    sums.set(category, (sums.get(category) ?? 0) + spread);
  return sums;
}
