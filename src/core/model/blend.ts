// The prediction is a convex blend on the log1p scale: net, ridge, boosted trees, nearest launches and the category's median. The median says
// nothing about actions; its weight draws the others towards what is usual, so that the blend is not worse than its baselines.

import { median, normalSpread, SLIP_DEVIATIONS, sum } from '../statistics.ts';
import { asSold } from './sold-out.ts';

export const MEMBER_NAMES = ['net', 'ridge', 'trees', 'analogues', 'median'] as const;
export type MemberName = (typeof MEMBER_NAMES)[number];

/** Shares of the members; they add up to one. */
export type BlendWeights = Readonly<Record<MemberName, number>>;

/** log1p(units) of the same rows or cells by each member. */
export type MemberLogs = Readonly<Record<MemberName, ArrayLike<number>>>;

/** Launches that no member was fitted to, one point in time apart from the next. */
export interface JudgedPart {
  readonly actualUnits: Float64Array;
  /** Which of them sold all they had, and could have sold more. */
  readonly soldOut: readonly boolean[];
  readonly logs: MemberLogs;
}

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
 * Where nothing else is known. Ridge tells actions apart best by far; net and trees, so different in form, find what it cannot say. A
 * history without channels or promotions to choose from leaves ridge less to be good at. The nearest launches have to earn
 * their share: on worlds that are built of effects they bring nothing, on real launches that come in families much.
 */
const PRIOR: BlendWeights = { net: 0.125, ridge: 0.75, trees: 0.125, analogues: 0, median: 0 };
const PRIOR_WITHOUT_CHOICES: BlendWeights = {
  net: 0.5,
  ridge: 0.25,
  trees: 0.25,
  analogues: 0,
  median: 0,
};
const STEPS = 8;
/** Few launches move the risk farther than the root of their number says: the best of hundreds of blends is picked by them. */
const FEW_ERR = 15;

/**
 * Weights in eighths, by what was launched after each of some points in time. The risk is the variance of what a blend misses on the log scale,
 * around its median in each part, because the level is corrected apart. A blend pays for its distance from the prior, the more the fewer
 * launches there are: about as much as chance moves the risk.
 */
export function chooseBlend(
  parts: readonly JudgedPart[],
  { hasChoices }: { readonly hasChoices: boolean },
): BlendWeights {
  const candidates = gridOfWeights();
  const count = sum(parts.map(({ actualUnits }) => actualUnits.length));
  const prior = hasChoices ? PRIOR : PRIOR_WITHOUT_CHOICES;
  const bounds = parts.map((part) => SLIP_DEVIATIONS * normalSpread(missesOf(part, prior)));
  const risks = candidates.map(
    (weights) => sum(parts.map((part, i) => squaredMisses(part, weights, bounds[i]!))) / count,
  );
  const least = Math.max(Math.min(...risks), Number.EPSILON);
  const pull = 1 / Math.sqrt(count) + FEW_ERR / count;
  const costs = candidates.map(
    (weights, i) => risks[i]! / least + pull * squaredDistance(weights, prior),
  );
  return candidates[costs.indexOf(Math.min(...costs))]!;
}

/** @param bound what one miss counts for at most, because beyond it is a slip of the pen; 0 for none */
function squaredMisses(part: JudgedPart, weights: BlendWeights, bound: number): number {
  const most = bound > 0 ? bound ** 2 : Infinity;
  return sum(missesOf(part, weights).map((missed) => Math.min(most, missed ** 2)));
}

/** Around their median. */
function missesOf({ actualUnits, soldOut, logs }: JudgedPart, weights: BlendWeights): Float64Array {
  const actual = actualUnits.map(Math.log1p);
  const missed = asSold(blendLogs(logs, weights), actual, soldOut).map(
    (log, i) => actual[i]! - log,
  );
  const middle = median(missed);
  return missed.map((value) => value - middle);
}

function squaredDistance(a: BlendWeights, b: BlendWeights): number {
  return sum(MEMBER_NAMES.map((name) => (a[name] - b[name]) ** 2));
}

function gridOfWeights(): BlendWeights[] {
  return countsAddingTo(STEPS, MEMBER_NAMES.length).map((counts) => {
    const [net, ridge, trees, analogues, median] = counts.map((count) => count / STEPS);
    return { net: net!, ridge: ridge!, trees: trees!, analogues: analogues!, median: median! };
  });
}

/** All ways of sharing a total among so many places. */
function countsAddingTo(total: number, places: number): number[][] {
  if (places === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    countsAddingTo(total - first, places - 1).map((rest) => [first, ...rest]),
  ).flat();
}

export function unitsFromLogs(logs: ArrayLike<number>): Float64Array {
  return Float64Array.from(logs, (log) => Math.max(0, Math.expm1(log)));
}

/** What trees read: product and action side by side, [rows, inputs + basis − 1], the basis without its constant. */
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
