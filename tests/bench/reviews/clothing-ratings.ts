// The clothing table: mean stars of a product, foreseen from department, class and division.

import { EIGHT_IN_TEN } from '#core/base/statistics/wilson.ts';
import { fitRatings, ratingBelief } from '#core/model/return-rates/expect-rating.ts';
import type { RatingLaunch } from '#core/model/return-rates/rate-launch.ts';

/** The mean of fewer ratings is mostly 5 or 1, not normal. */
const LEAST_RATINGS = 5;

/** Prints the figures of a split by product; none has a target. */
export function showRatings(
  earlier: readonly RatingLaunch[],
  later: readonly RatingLaunch[],
): void {
  const model = fitRatings(earlier)!;
  const believe = ratingBelief(model);
  const sums = { count: 0, ours: 0, department: 0 };
  const held = { all: 0, long: 0 };
  const long = later.filter(({ count }) => count >= LEAST_RATINGS).length;
  const means = departmentMeans(earlier);
  for (const { product, rating, count } of later) {
    const { mean, variance } = believe(product);
    const deviation = Math.sqrt(variance + model.within ** 2 / count);
    sums.count += count;
    sums.ours += count * Math.abs(mean - rating);
    sums.department += count * Math.abs(means.get(product.category)! - rating);
    if (Math.abs(mean - rating) > EIGHT_IN_TEN * deviation) continue;
    held.all += 1;
    if (count >= LEAST_RATINGS) held.long += 1;
  }
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  const off = (sum: number): string => (sum / sums.count).toFixed(3);
  console.log(
    `  stars: off by ${off(sums.ours)}, department ${off(sums.department)}; ` +
      `80% ranges hold ${percent(held.all / later.length)} seen, ` +
      `${percent(held.long / long)} of ${long} with ${LEAST_RATINGS} reviews or more`,
  );
}

function departmentMeans(launches: readonly RatingLaunch[]): Map<string, number> {
  const sums = new Map<string, { stars: number; count: number }>();
  for (const { product, rating, count } of launches) {
    const { stars, count: before } = sums.get(product.category) ?? { stars: 0, count: 0 };
    sums.set(product.category, { stars: stars + rating * count, count: before + count });
  }
  return new Map([...sums].map(([department, { stars, count }]) => [department, stars / count]));
}
