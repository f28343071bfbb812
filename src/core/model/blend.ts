// The prediction is a convex blend of net, ridge and the category's median on the log1p scale. The median says nothing about
// actions; its weight draws both others towards what is usual, so that the blend is not worse than its own baselines.

import { wape } from '../evaluation/metrics.ts';

/** Shares of the three members; they add up to one. */
export interface BlendWeights {
  readonly net: number;
  readonly ridge: number;
  readonly median: number;
}

/** log1p(units) of the same rows or cells by each member. */
export type MemberLogs = Readonly<Record<keyof BlendWeights, ArrayLike<number>>>;

export function blendLogs(logs: MemberLogs, weights: BlendWeights): Float64Array {
  return Float64Array.from(
    logs.ridge,
    (ridge, i) =>
      weights.net * logs.net[i]! + weights.ridge * ridge + weights.median * logs.median[i]!,
  );
}

/**
 * Only the net knows how product and action work together: the others steady predictions but flatten the differences
 * between actions that plans live on. So the net keeps all the weight that costs less than this share of the least error.
 */
const NET_PREFERENCE = 0.05;
const STEPS = 4;

/** By WAPE on launches that no member was fitted to, over weights in quarters. */
export function chooseBlend(actualUnits: ArrayLike<number>, logs: MemberLogs): BlendWeights {
  const candidates = gridOfWeights();
  const errors = candidates.map((weights) =>
    wape(actualUnits, unitsFromLogs(blendLogs(logs, weights))),
  );
  const tolerated = Math.min(...errors) * (1 + NET_PREFERENCE);
  return candidates.find((_, i) => errors[i]! <= tolerated) ?? candidates[0]!;
}

/** The net's share falls along the list; among equals the ridge's does. */
function gridOfWeights(): BlendWeights[] {
  const shares = Array.from({ length: STEPS + 1 }, (_, i) => (STEPS - i) / STEPS);
  return shares.flatMap((net) =>
    shares
      .filter((ridge) => net + ridge <= 1)
      .map((ridge) => ({ net, ridge, median: 1 - net - ridge })),
  );
}

export function unitsFromLogs(logs: ArrayLike<number>): Float64Array {
  return Float64Array.from(logs, (log) => Math.max(0, Math.expm1(log)));
}

/** Ridge reads product and action side by side: [rows, inputs + basis − 1], the basis without its constant. */
export function ridgeInputs(x: Float32Array, phi: Float32Array, rowCount: number): Float32Array {
  const inputs = x.length / rowCount;
  const basis = phi.length / rowCount;
  const width = inputs + basis - 1;
  const joined = new Float32Array(rowCount * width);
  for (let i = 0; i < rowCount; i++) {
    joined.set(x.subarray(i * inputs, (i + 1) * inputs), i * width);
    joined.set(phi.subarray(i * basis + 1, (i + 1) * basis), i * width + inputs);
  }
  return joined;
}
