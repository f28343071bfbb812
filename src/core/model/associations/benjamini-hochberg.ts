/**
 * Adjusts the p-values of several tests so that rejecting those at most q keeps the expected share of false rejections
 * at most q (Benjamini and Hochberg 1995). The k-th smallest of n is multiplied by n / k, and is at most the next one's.
 * Keeps the given order.
 * @param tests number of tests where only those with the smallest p-values are given
 */
export function benjaminiHochberg(
  chances: readonly number[],
  tests: number = chances.length,
): number[] {
  const order = [...chances.keys()].sort((i, j) => chances[j]! - chances[i]!);
  const raised = new Array<number>(chances.length).fill(1);
  let most = 1;
  order.forEach((place, rank) => {
    most = Math.min(most, (tests * chances[place]!) / (chances.length - rank));
    raised[place] = most;
  });
  return raised;
}
