const BINS = 10;

/**
 * Returns the expected calibration error: over ten bins of equal width, the mean distance between the probability that
 * was stated and the share that came true, weighted by cases (Guo et al. 2017).
 */
export function calibrationError(
  probabilities: readonly number[],
  cameTrue: readonly boolean[],
): number {
  const gaps = new Float64Array(BINS);
  probabilities.forEach((p, i) => {
    gaps[Math.min(BINS - 1, Math.floor(p * BINS))]! += p - (cameTrue[i]! ? 1 : 0);
  });
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / probabilities.length;
}
