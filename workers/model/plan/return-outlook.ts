import { logit, sigmoid } from '#core/base/statistics/statistics.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { expectRate } from '#core/model/return-rates/expect-rate.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { LaunchPlan, ReturnOutlook } from '#core/planning/plan/launch-plan.ts';

/** Reasons that move the rate by less are left out. */
const LEAST_POINTS = 0.005;
const MOST_REASONS = 2;

/**
 * Returns how sure a plan's return rate is, and why. The range is that of the product, moved in log-odds to the rate under
 * the plan's action. null where the product's rate is refused; undefined where the model has none.
 */
export function returnOutlook(
  { returnRates }: Pick<TrainedModel, 'returnRates'>,
  product: NewProduct,
  { returnRate }: Pick<LaunchPlan, 'returnRate'>,
): ReturnOutlook | null | undefined {
  if (!returnRates || returnRate === undefined) return undefined;
  const expected = expectRate(returnRates, product);
  if (expected.kind === 'refused') return null;
  const shift = logit(returnRate) - logit(expected.mean);
  const moved = (rate: number) => sigmoid(logit(rate) + shift);
  const reasons = expected.basis
    .filter(({ texts, points }) => texts.length > 0 && Math.abs(points) >= LEAST_POINTS)
    .slice(0, MOST_REASONS)
    .map(({ texts, points, units }) => ({ texts, points, units }));
  const { a, b } = expected.belief;
  return { low80: moved(expected.low), high80: moved(expected.high), strength: a + b, reasons };
}
