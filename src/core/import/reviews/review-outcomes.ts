// What reviews and returns tell of past launches, so that models learn it like outcomes of a file.

import type { Day } from '#core/base/dates.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { Review } from './review.ts';

/** Names a launch, and says what its buyers did. NaN where reviews do not tell. */
export interface ReviewOutcome {
  readonly productId: string;
  readonly title: string;
  readonly launchDay: Day;
  /** Mean stars, 1–5, of at least five rated reviews. */
  readonly rating: number;
  /** Units that came back, of those sold within the horizon. */
  readonly returns: number;
}

/** The mean of fewer ratings says little. */
const FEWEST_RATED = 5;
/** Usual days from a sale to its return: 14 days to send it back are the least that the EU allows (2011/83/EU, 9). */
export const DAYS_TO_RETURN = 14;

type Launches = Pick<LaunchTable, 'productId' | 'title' | 'launchDay'>;

/**
 * Returns what reviews tell of each launch that has any; launches without are left out. Returns are those from the launch
 * to 14 days after its horizon, known only where the list of returns covers all these days.
 * @param rows row of the launch of each review; −1 for none
 */
export function reviewOutcomes(
  reviews: readonly Review[],
  rows: Int32Array,
  { table, horizonDays }: { readonly table: Launches; readonly horizonDays: number },
): ReviewOutcome[] {
  const [stars, rated] = [new Map<number, number>(), new Map<number, number>()];
  const returned = new Map<number, number>();
  const lastDays = horizonDays + DAYS_TO_RETURN;
  const covered = coveredDays(reviews);
  for (const [i, review] of reviews.entries()) {
    const row = rows[i]!;
    if (row < 0) continue;
    if (review.kind === 'review' && !Number.isNaN(review.stars)) {
      add(stars, row, review.stars);
      add(rated, row, 1);
    }
    const since = review.day - table.launchDay[row]!;
    if (review.kind === 'return' && since >= 0 && since < lastDays)
      add(returned, row, review.units);
  }
  const isCovered = (row: number) => {
    const from = table.launchDay[row]!;
    return from >= covered.from && from + lastDays <= covered.to + 1;
  };
  return Array.from(table.productId, (productId, row): ReviewOutcome => {
    const count = rated.get(row) ?? 0;
    return {
      ...{ productId, title: table.title[row]!, launchDay: table.launchDay[row]! },
      rating: count >= FEWEST_RATED ? stars.get(row)! / count : NaN,
      returns: isCovered(row) ? (returned.get(row) ?? 0) : NaN,
    };
  }).filter(({ rating, returns }) => !Number.isNaN(rating) || !Number.isNaN(returns));
}

/** Returns the first and last day of the returns; no day is covered where none is known. */
function coveredDays(reviews: readonly Review[]): { readonly from: Day; readonly to: Day } {
  let [from, to] = [Infinity, -Infinity];
  for (const { kind, day } of reviews) {
    if (kind !== 'return' || Number.isNaN(day)) continue;
    from = Math.min(from, day);
    to = Math.max(to, day);
  }
  return { from, to };
}

function add(sums: Map<number, number>, row: number, amount: number): void {
  sums.set(row, (sums.get(row) ?? 0) + amount);
}

/**
 * Returns the launches with ratings and returns from reviews. A column that the seller's own file has stays as it is: its
 * scale and its counts may differ.
 */
export function withReviewOutcomes(
  table: LaunchTable,
  outcomes: readonly ReviewOutcome[],
): LaunchTable {
  if (outcomes.length === 0) return table;
  const found = new Map(outcomes.map((outcome) => [keyOf(outcome), outcome]));
  const ofRow = Array.from(table.productId, (productId, row) =>
    found.get(keyOf({ productId, title: table.title[row]!, launchDay: table.launchDay[row]! })),
  );
  const filled = (name: 'rating' | 'returns') =>
    table[name].every(Number.isNaN)
      ? Float64Array.from(ofRow, (outcome) => outcome?.[name] ?? NaN)
      : table[name];
  const returns = filled('returns').map((count, row) => {
    const units = table.units[row]!;
    return count > units ? units : count;
  });
  return { ...table, rating: filled('rating'), returns };
}

function keyOf({
  productId,
  title,
  launchDay,
}: Pick<ReviewOutcome, 'productId' | 'title' | 'launchDay'>): string {
  return JSON.stringify([productId, title, launchDay]);
}
