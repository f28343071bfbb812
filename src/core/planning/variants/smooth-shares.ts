// Shares of ordered sizes from few units: a multinomial with a smooth prior. The logs η of the shares have second
// differences near 0 (Whittaker 1923 on the log scale), so a size that was never sold continues its neighbours' slope, and
// they lie near a given curve, equal shares if nothing better is known. The mode is found by Newton's method.

import { sum } from '#core/base/statistics/statistics.ts';

/** Precision of the second differences of η: their standard deviation is 1 / √2, that of a bump as wide as 1.2 sizes. */
const SMOOTHNESS = 2;
/** Precision of η around the curve that it starts from: a share is within about 3 times of it without any units. */
const NEARNESS = 0.5;
const MOST_STEPS = 50;
const PRECISION = 1e-9;

/**
 * Returns the smoothed shares, which add up to 1.
 * @param counts units by size, ascending in size; need not be whole
 * @param start shares without any units
 */
export function smoothShares(counts: readonly number[], start: readonly number[]): number[] {
  const origin = start.map((share) => Math.log(share));
  const total = sum(counts);
  const penalty = penaltyMatrix(counts.length);
  let eta = [...origin];
  for (let step = 0; step < MOST_STEPS; step++) {
    const shares = softmax(eta);
    const away = eta.map((each, k) => each - origin[k]!);
    const gradient = counts.map((count, k) => count - total * shares[k]! - dot(penalty[k]!, away));
    const hessian = penalty.map((row, k) =>
      row.map((each, l) => each + total * shares[k]! * ((k === l ? 1 : 0) - shares[l]!)),
    );
    const change = solved(hessian, gradient);
    const largest = Math.max(...change.map(Math.abs));
    // Steps of more than 2 on the log scale overshoot where shares are far from the counts.
    const scale = Math.min(1, 2 / largest);
    eta = eta.map((each, k) => each + scale * change[k]!);
    if (largest < PRECISION) break;
  }
  return softmax(eta);
}

/** SMOOTHNESS × D'D + NEARNESS × I, with the second differences D. */
function penaltyMatrix(size: number): number[][] {
  const matrix = Array.from({ length: size }, (_, k) =>
    Array.from({ length: size }, (_, l) => (k === l ? NEARNESS : 0)),
  );
  for (let k = 0; k + 2 < size; k++) {
    const weights = [1, -2, 1];
    weights.forEach((a, i) =>
      weights.forEach((b, j) => (matrix[k + i]![k + j]! += SMOOTHNESS * a * b)),
    );
  }
  return matrix;
}

function softmax(eta: readonly number[]): number[] {
  const top = Math.max(...eta);
  const parts = eta.map((each) => Math.exp(each - top));
  const all = sum(parts);
  return parts.map((part) => part / all);
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((all, each, i) => all + each * other[i]!, 0);
}

/** Solves a positive definite system by Gaussian elimination. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, k) => [...row, right[k]!]);
  const size = rows.length;
  for (let k = 0; k < size; k++) {
    for (let below = k + 1; below < size; below++) {
      const factor = rows[below]![k]! / rows[k]![k]!;
      for (let l = k; l <= size; l++) rows[below]![l]! -= factor * rows[k]![l]!;
    }
  }
  const found = new Array<number>(size).fill(0);
  for (let k = size - 1; k >= 0; k--) {
    const known = rows[k]!.slice(k + 1, size).reduce(
      (all, each, i) => all + each * found[k + 1 + i]!,
      0,
    );
    found[k] = (rows[k]![size]! - known) / rows[k]![k]!;
  }
  return found;
}
