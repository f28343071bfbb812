// The prediction is a convex blend on the log1p scale: net, ridge, boosted trees and the category's median. The median says
// nothing about actions; its weight draws the others towards what is usual, so that the blend is not worse than its baselines.

import { standardDeviation, sum } from '../statistics.ts';

export const MEMBER_NAMES = ['net', 'ridge', 'trees', 'median'] as const;
export type MemberName = (typeof MEMBER_NAMES)[number];

/** Shares of the members; they add up to one. */
export type BlendWeights = Readonly<Record<MemberName, number>>;

/** log1p(units) of the same rows or cells by each member. */
export type MemberLogs = Readonly<Record<MemberName, ArrayLike<number>>>;

export function blendLogs(logs: MemberLogs, weights: BlendWeights): Float64Array {
  const blended = new Float64Array(logs.ridge.length);
  for (const name of MEMBER_NAMES) {
    if (weights[name] === 0) continue;
    const own = logs[name];
    for (let i = 0; i < blended.length; i++) blended[i] = blended[i]! + weights[name] * own[i]!;
  }
  return blended;
}

/**
 * Ridge and median steady predictions but flatten the differences between actions that plans live on; net and trees, so
 * different in form, find them. So the blend is the nearest to this that is not clearly worse than the best one.
 */
const PRIOR: BlendWeights = { net: 0.75, ridge: 0, trees: 0.25, median: 0 };
const STEPS = 4;

/**
 * By absolute errors in units on launches that no member was fitted to, over weights in quarters. Clearly worse is by more than a
 * twentieth and by more than chance: two standard errors of the difference, launch by launch, or one where the history
 * holds no channels or promotions to choose from, so that there are no differences to flatten.
 */
export function chooseBlend(
  actualUnits: ArrayLike<number>,
  logs: MemberLogs,
  { hasChoices }: { readonly hasChoices: boolean },
): BlendWeights {
  const candidates = gridOfWeights().sort((a, b) => fromPrior(a) - fromPrior(b));
  const errors = candidates.map((weights) =>
    unitsFromLogs(blendLogs(logs, weights)).map((units, i) => Math.abs(units - actualUnits[i]!)),
  );
  const totals = errors.map(sum);
  const best = errors[totals.indexOf(Math.min(...totals))]!;
  const sureErrors = hasChoices ? 2 : 1;
  return candidates.find((_, i) => !isClearlyMore(errors[i]!, best, sureErrors)) ?? PRIOR;
}
const TOLERATED = 0.05;

function isClearlyMore(errors: Float64Array, least: Float64Array, sureErrors: number): boolean {
  const differences = errors.map((error, i) => error - least[i]!);
  const chance = sureErrors * standardDeviation(differences) * Math.sqrt(differences.length);
  return sum(differences) > Math.max(chance, TOLERATED * sum(least));
}

function fromPrior(weights: BlendWeights): number {
  return sum(MEMBER_NAMES.map((name) => (weights[name] - PRIOR[name]) ** 2));
}

function gridOfWeights(): BlendWeights[] {
  const steps = Array.from({ length: STEPS + 1 }, (_, i) => i);
  const share = (count: number) => count / STEPS;
  return steps.flatMap((net) =>
    steps.flatMap((ridge) =>
      steps
        .filter((trees) => net + ridge + trees <= STEPS)
        .map((trees) => ({
          net: share(net),
          ridge: share(ridge),
          trees: share(trees),
          median: share(STEPS - net - ridge - trees),
        })),
    ),
  );
}

export function unitsFromLogs(logs: ArrayLike<number>): Float64Array {
  return Float64Array.from(logs, (log) => Math.max(0, Math.expm1(log)));
}

/** What ridge and trees read: product and action side by side, [rows, inputs + basis − 1], the basis without its constant. */
export function joinedInputs(x: Float32Array, phi: Float32Array, rowCount: number): Float32Array {
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
