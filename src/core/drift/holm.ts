/**
 * Chances of several tests, each raised so that one of all errs no oftener than it says (Holm 1979): the k-th smallest of n by the
 * factor n − k + 1, and none below a smaller one's. In the order given.
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
