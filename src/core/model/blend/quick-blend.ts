// Network, ridge, Gaussian process and median predict thousands of actions at once; trees and nearest launches need as
// much time for each single action. So the quick base models have a blend of their own, which is completed where the
// slow ones are computed, too.

import { weightsOf, type BlendWeights, type MemberLogs } from './blend.ts';

type SlowMember = 'trees' | 'analogues';

/**
 * Returns the weights of the blend without its slow base models, adding up to one; ridge alone where those have all the
 * weight.
 */
export function quickWeights(weights: BlendWeights): BlendWeights {
  const { net, ridge, median, process = 0 } = weights;
  const rest = quickShare(weights);
  if (rest === 0) return weightsOf({ ridge: 1 });
  return weightsOf({
    ...{ net: net / rest, ridge: ridge / rest },
    ...{ process: process / rest, median: median / rest },
  });
}

/** Returns the weight of the quick base models in the whole blend: in eighths, so that rounding loses nothing. */
export function quickShare({ trees, analogues }: BlendWeights): number {
  return 1 - trees - analogues;
}

/**
 * Returns the whole blend of the same actions, as log1p(units), [actions].
 * @param quick log1p(units) as blended by `quickWeights`, [actions]
 * @param slow log1p(units) of the slow base models, [actions] each, read where their weight is positive
 */
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
