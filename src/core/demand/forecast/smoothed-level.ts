/** Known weeks whose mean is the first level. */
const FIRST_WEEKS = 4;

/**
 * Returns the level after each week by simple exponential smoothing (Brown 1956); NaN before the first known value. A gap
 * later on leaves the level as it was.
 * @param values log1p of units by week; NaN where not known
 * @param rate what a week moves the level by, 0–1
 */
export function smoothedLevels(values: Float64Array, rate: number): Float64Array {
  const levels = new Float64Array(values.length).fill(NaN);
  let level = firstLevel(values);
  let hasBegun = false;
  for (const [week, value] of values.entries()) {
    if (!Number.isNaN(value)) {
      hasBegun = true;
      level += rate * (value - level);
    }
    if (hasBegun) levels[week] = level;
  }
  return levels;
}

function firstLevel(values: Float64Array): number {
  let [total, count] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    total += value;
    if (++count === FIRST_WEEKS) break;
  }
  return total / count;
}
