// A product that has not launched → its expected return rate, or why none is shown.

import type { Beta } from '#core/base/statistics/beta-distribution.ts';
import { basisOf, type BasisPart } from './basis.ts';
import { beliefOf, meanOf, rangeOf, type RateRange } from './belief.ts';
import type { ReturnRates } from './fit-return-rates.ts';
import { predictorFrom } from './launch-effects.ts';
import type { RateProduct } from './rate-launch.ts';
import { refusalOf, type Refusal } from './refusal.ts';

export type ExpectedRate =
  | (RateRange & {
      readonly kind: 'expected';
      /** For `updateRate`. */
      readonly belief: Beta;
      readonly basis: readonly BasisPart[];
    })
  | Refusal;

/** A rate's range may not be wider than 10 percentage points each way. */
const WIDEST = 0.2;

/** Returns a function that says what is believed of a product's rate, however little that is: plans count with its mean. */
export function rateBelief(model: ReturnRates): (product: RateProduct) => Beta {
  const predict = predictorFrom(model);
  return (product) => {
    const { eta, variance } = predict(product);
    return beliefOf(eta, variance, model.spread);
  };
}

/** Returns the expected rate with its 80% range and reasons, or a refusal where a number would say too much. */
export function expectRate(model: ReturnRates, product: RateProduct): ExpectedRate {
  const predictor = predictorFrom(model)(product);
  const { eta, variance } = predictor;
  const belief = beliefOf(eta, variance, model.spread);
  const range = rangeOf(belief);
  const refusal = refusalOf(model, product, range.high - range.low > WIDEST);
  if (refusal) return refusal;
  return {
    kind: 'expected',
    ...range,
    belief,
    basis: basisOf(model, predictor, (at) => meanOf(at, variance)),
  };
}
