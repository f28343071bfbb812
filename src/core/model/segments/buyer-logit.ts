// Logistic regression of rare events from all cases and a sample of the others: the share sampled enters as an offset, so
// chances are those of the whole (prior correction, King & Zeng 2001, "Logistic regression in rare events data").

import { minimise } from '#core/base/statistics/lbfgs.ts';
import { sigmoid, softplus } from '#core/base/statistics/statistics.ts';

export interface LogitRows {
  /** [rows, columns], row-major, finite. */
  readonly x: Float32Array;
  readonly columns: number;
  /** 1 for a case, else 0. */
  readonly isCase: Uint8Array;
  /** Share of the rows without a case that were sampled where this row comes from. */
  readonly sampledShare: Float64Array;
}

export interface Logit {
  readonly intercept: number;
  /** [columns], in the units of the inputs. */
  readonly coefficients: readonly number[];
}

/** Weight of the penalty on standardised coefficients, in rows. */
const PENALTY = 2;
const DESCENT = { iterations: 120, tolerance: 1e-9 };

/** Returns the fitted regression: chances in the whole, not in the sample. */
export function fitLogit(rows: LogitRows): Logit {
  const { means, spreads } = momentsOf(rows);
  const { columns, isCase } = rows;
  const count = Math.max(1, isCase.length);
  const offsets = rows.sampledShare.map((share) => -Math.log(share));
  const z = standardised(rows, means, spreads);
  const found = minimise(
    (at, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (let i = 0; i < isCase.length; i++) {
        let value = at[columns]! + offsets[i]!;
        for (let j = 0; j < columns; j++) value += at[j]! * z[i * columns + j]!;
        loss += softplus(value) - isCase[i]! * value;
        const slope = sigmoid(value) - isCase[i]!;
        for (let j = 0; j < columns; j++) gradient[j]! += slope * z[i * columns + j]!;
        gradient[columns]! += slope;
      }
      for (let j = 0; j < columns; j++) {
        loss += (PENALTY / 2) * at[j]! ** 2;
        gradient[j]! += PENALTY * at[j]!;
      }
      for (let j = 0; j <= columns; j++) gradient[j]! /= count;
      return loss / count;
    },
    new Float64Array(columns + 1).fill(-4, columns),
    DESCENT,
  );
  const coefficients = Array.from(means, (_, j) => found[j]! / spreads[j]!);
  const shift = coefficients.reduce((all, c, j) => all + c * means[j]!, 0);
  return { intercept: found[columns]! - shift, coefficients };
}

/** Returns the sum of the regression's terms for the columns from `from` to `to`, without the intercept. */
export function termsOf(
  { coefficients }: Logit,
  x: ArrayLike<number>,
  [from, to]: readonly [from: number, to: number],
): number {
  let total = 0;
  for (let j = from; j < to; j++) total += coefficients[j]! * x[j - from]!;
  return total;
}

function momentsOf({ x, columns, isCase }: LogitRows) {
  const [means, squares] = [new Float64Array(columns), new Float64Array(columns)];
  const count = Math.max(1, isCase.length);
  for (let k = 0; k < x.length; k++) means[k % columns]! += x[k]! / count;
  for (let k = 0; k < x.length; k++) squares[k % columns]! += (x[k]! - means[k % columns]!) ** 2;
  return { means, spreads: squares.map((sum) => Math.sqrt(sum / count) || 1) };
}

function standardised(
  { x, columns }: LogitRows,
  means: Float64Array,
  spreads: Float64Array,
): Float32Array {
  return x.map((value, k) => (value - means[k % columns]!) / spreads[k % columns]!);
}
