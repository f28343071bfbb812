/** Standard normal quantile of 0.9: 8 in 10 lie within. */
const Z_80 = 1.281551565544601;

/**
 * Where the true share lies, 8 in 10 times, when so many of a count were seen: the score interval of Wilson (1927), which stays
 * within 0 and 1. NaN where nothing was counted.
 */
export function wilsonInterval(
  seen: number,
  count: number,
  z: number = Z_80,
): { readonly low: number; readonly high: number } {
  if (count === 0) return { low: NaN, high: NaN };
  const share = seen / count;
  const spread = (z * z) / count;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (z * Math.sqrt((share * (1 - share)) / count + spread / (4 * count))) / (1 + spread);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
