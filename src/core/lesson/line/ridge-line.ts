// A line whose slope is drawn towards zero, by as much as helps on launches left out.

import { mean } from '#core/base/statistics/statistics.ts';
import { lineAt, type StraightLine } from './straight-line.ts';

/** Penalties tried, relative to the spread Σ(x − x̄)². */
const PENALTIES = [0, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];

/**
 * Returns the ridge line (Hoerl and Kennard 1970): slope = Σ(x − x̄)(y − ȳ) / (Σ(x − x̄)² + λ), with the λ whose squared
 * errors on each launch left out, (y − ŷ) / (1 − h) with h = 1/n + (x − x̄)² / (Σ(x − x̄)² + λ), add up to least (Allen
 * 1974).
 */
export function ridgeLine(xs: ArrayLike<number>, ys: ArrayLike<number>): StraightLine {
  const centre = { x: mean(xs), y: mean(ys) };
  const away = Array.from(xs, (x) => x - centre.x);
  const spread = away.reduce((sum, x) => sum + x * x, 0);
  const together = away.reduce((sum, x, i) => sum + x * (ys[i]! - centre.y), 0);
  const tried = PENALTIES.map((penalty) => {
    const whole = spread * (1 + penalty);
    const slope = whole > 0 ? together / whole : 0;
    const line = { slope, intercept: centre.y - slope * centre.x };
    const error = away.reduce((sum, x, i) => {
      const leverage = 1 / away.length + (whole > 0 ? (x * x) / whole : 0);
      return sum + ((ys[i]! - lineAt(line, xs[i]!)) / (1 - leverage)) ** 2;
    }, 0);
    return { line, error };
  });
  return tried.reduce((best, each) => (each.error < best.error ? each : best)).line;
}
