// Net, ridge and median say something of thousands of actions at once; trees take as long for each action. So there is a blend of
// the quick members alone, and the way from it to the whole one where the trees were asked too.

import type { BlendWeights } from './blend.ts';

/** The weights of the blend without its trees, adding up to one; ridge answers where the trees have all the weight. */
export function quickWeights({ net, ridge, trees, median }: BlendWeights): BlendWeights {
  const rest = 1 - trees;
  if (rest === 0) return { net: 0, ridge: 1, trees: 0, median: 0 };
  return { net: net / rest, ridge: ridge / rest, trees: 0, median: median / rest };
}

/** The whole blend of the same actions. quick: what `quickWeights` blend, as logarithms; trees: what the trees say. */
export function wholeBlend(
  quick: ArrayLike<number>,
  trees: ArrayLike<number>,
  weights: BlendWeights,
): Float64Array {
  return Float64Array.from(
    quick,
    (log, i) => (1 - weights.trees) * log + weights.trees * trees[i]!,
  );
}
