// Net, ridge and median say something of thousands of actions at once; trees and the nearest launches take as long for each action.
// So there is a blend of the quick members alone, and the way from it to the whole one where the slow ones were asked too.

import type { BlendWeights, MemberLogs } from './blend.ts';

type SlowMember = 'trees' | 'analogues';

/** The weights of the blend without its slow members, adding up to one; ridge answers where those have all the weight. */
export function quickWeights(weights: BlendWeights): BlendWeights {
  const { net, ridge, median } = weights;
  const rest = quickShare(weights);
  const slow = { trees: 0, analogues: 0 };
  if (rest === 0) return { net: 0, ridge: 1, ...slow, median: 0 };
  return { net: net / rest, ridge: ridge / rest, ...slow, median: median / rest };
}

/** How much of the whole blend the quick members are: in eighths, so that nothing is lost in rounding. */
export function quickShare({ trees, analogues }: BlendWeights): number {
  return 1 - trees - analogues;
}

/** The whole blend of the same actions. quick: what `quickWeights` blend, as logarithms; slow: what the others say, if they count. */
export function wholeBlend(
  quick: ArrayLike<number>,
  slow: Readonly<Record<SlowMember, MemberLogs[SlowMember]>>,
  weights: BlendWeights,
): Float64Array {
  const { trees, analogues } = weights;
  const share = quickShare(weights);
  return Float64Array.from(quick, (log, i) => {
    let whole = share * log;
    if (trees > 0) whole += trees * slow.trees[i]!;
    if (analogues > 0) whole += analogues * slow.analogues[i]!;
    return whole;
  });
}
