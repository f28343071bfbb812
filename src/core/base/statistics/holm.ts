/**
 * Adjusts the p-values of several tests so that their level bounds the chance of any false alarm (Holm 1979). The k-th
 * smallest of n is multiplied by n − k + 1, is at most 1 and never below a smaller one's. Keeps the given order.
 */
export function holm(chances: readonly number[]): number[] {
  const order = [...chances.keys()].sort((i, j) => chances[i]! - chances[j]!);
  const raised = new Array<number>(chances.length).fill(1);
  let least = 0;
  order.forEach((place, rank) => {
    least = Math.max(least, Math.min(1, (chances.length - rank) * chances[place]!));
    raised[place] = least;
  });
  return raised;
}
