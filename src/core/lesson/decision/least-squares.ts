// Least squares in closed form, w = (XᵀX + λI)⁻¹ Xᵀy, with the standard errors that follow from its residuals (Hastie,
// Tibshirani, Friedman: The Elements of Statistical Learning, 3.2 and 3.4.1).

import { studentQuantile } from '#core/base/statistics/student-t.ts';
import { invert, pairsOf, pairTimes, type Pairs } from '#core/model/ridge/symmetric.ts';

export interface LinearFit {
  /** One weight for each input. */
  readonly weights: Float64Array;
  /** (XᵀX + λI)⁻¹, its lower half. */
  readonly inverse: Pairs;
  /** Residual variance: the sum of squared residuals over the degrees of freedom. */
  readonly variance: number;
  /** Rows less weights. */
  readonly freedom: number;
}

/**
 * Fits a weighted sum of the inputs to a target.
 * @param rows inputs of each row; the first is the constant, which the penalty leaves alone
 */
export function fitLinear(
  rows: readonly (readonly number[])[],
  target: readonly number[],
  { penalty = 0 }: { readonly penalty?: number } = {},
): LinearFit {
  const size = rows[0]?.length ?? 0;
  const squares = pairsOf(size, (i, j) => {
    const own = i === j && i > 0 ? penalty : 0;
    return rows.reduce((sum, row) => sum + row[i]! * row[j]!, own);
  });
  const pull = Float64Array.from({ length: size }, (_, i) =>
    rows.reduce((sum, row, k) => sum + row[i]! * target[k]!, 0),
  );
  const inverse = invert(squares, size);
  const weights = pairTimes(inverse, pull);
  const freedom = rows.length - size;
  const squared = rows.reduce((sum, row, k) => sum + (target[k]! - weighted(weights, row)) ** 2, 0);
  return { weights, inverse, variance: squared / freedom, freedom };
}

/** Returns the weighted sum of the inputs. */
export function weighted(weights: Float64Array, inputs: readonly number[]): number {
  return inputs.reduce((sum, input, i) => sum + input * weights[i]!, 0);
}

/**
 * Returns the value that the true weight lies below in a share of cases, between 0 and 1, by Student's t. Exact only
 * without a penalty.
 */
export function weightAt(fit: LinearFit, index: number, share: number): number {
  const error = Math.sqrt(fit.variance * fit.inverse[(index * (index + 1)) / 2 + index]!);
  return fit.weights[index]! + studentQuantile(share, fit.freedom) * error;
}
