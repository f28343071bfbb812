// A straight line through launches, and the one that makes the sum of squared errors smallest.

import { mean } from '#core/base/statistics/statistics.ts';

export interface StraightLine {
  readonly slope: number;
  readonly intercept: number;
}

export interface LinePoint {
  readonly x: number;
  readonly y: number;
}

export function lineAt({ slope, intercept }: StraightLine, x: number): number {
  return slope * x + intercept;
}

/** Returns Σ (y − slope · x − intercept)². */
export function squaredErrorSum(
  line: StraightLine,
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
): number {
  let sum = 0;
  for (let i = 0; i < xs.length; i++) sum += (ys[i]! - lineAt(line, xs[i]!)) ** 2;
  return sum;
}

/**
 * Returns the line of least squares (Legendre 1805): slope = Σ(x − x̄)(y − ȳ) / Σ(x − x̄)², intercept = ȳ − slope · x̄. It
 * is level where all x are equal.
 */
export function leastSquares(xs: ArrayLike<number>, ys: ArrayLike<number>): StraightLine {
  const centre = { x: mean(xs), y: mean(ys) };
  let together = 0;
  let spread = 0;
  for (let i = 0; i < xs.length; i++) {
    together += (xs[i]! - centre.x) * (ys[i]! - centre.y);
    spread += (xs[i]! - centre.x) ** 2;
  }
  const slope = spread > 0 ? together / spread : 0;
  return { slope, intercept: centre.y - slope * centre.x };
}

/** Returns the line through two points of different x. */
export function lineThrough(one: LinePoint, other: LinePoint): StraightLine {
  const slope = (other.y - one.y) / (other.x - one.x);
  return { slope, intercept: one.y - slope * one.x };
}
