import type { ReviewReading } from './review-reading.ts';

/** Most that one review may count for, in average reviews: a best seller with one review says little. */
const MOST_WEIGHT = 10;

/**
 * Returns a weight for each counted review, so that products count as they sold, not as they were written about: units
 * of the product for each of its reviews (post-stratification), on average 1. Returns null where no product of a
 * review has known sales.
 * @param unitsOfLaunch units sold of each launch; NaN where not known, then the product counts as an average one
 */
export function salesWeights(
  { launch }: Pick<ReviewReading, 'launch'>,
  reviews: Uint32Array,
  unitsOfLaunch: Float64Array,
): Float64Array | null {
  const counts = new Map<number, number>();
  for (const review of reviews) counts.set(launch[review]!, (counts.get(launch[review]!) ?? 0) + 1);
  const units = (row: number) => (row < 0 ? NaN : unitsOfLaunch[row]!);
  let [soldUnits, soldReviews] = [0, 0];
  for (const [row, count] of counts) {
    if (!(units(row) >= 0)) continue;
    soldUnits += units(row);
    soldReviews += count;
  }
  if (soldUnits === 0) return null;
  const perReview = soldUnits / soldReviews;
  const weights = new Float64Array(launch.length);
  for (const review of reviews) {
    const row = launch[review]!;
    const own = units(row) / counts.get(row)!;
    weights[review] = own >= 0 ? Math.min(MOST_WEIGHT, own / perReview) : 1;
  }
  return weights;
}
