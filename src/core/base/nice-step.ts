const ROUND = [1, 2, 2.5, 5, 10];

/** Returns the smallest of 1, 2, 2.5 and 5 times a power of ten that is not below the given step. */
export function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return withoutNoise(power * ROUND.find((step) => step * power >= rough - 1e-12 * power)!);
}

/** Returns the span up to which a range at this value counts as flat: its axis labels would all be equal. */
export function leastSpan(at: number): number {
  return 1e-9 * Math.max(1, Math.abs(at));
}

/** Removes floating-point noise: 0.30000000000000004 → 0.3. */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(12));
}
