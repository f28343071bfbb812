// The forecast is a convex combination of base models ("members") on the log1p scale: network, ridge, boosted trees,
// Gaussian process, nearest launches and the category's median. The median says nothing about actions; its weight draws
// the others towards what is usual, so that the blend is not worse than its baselines.

import { joinColumns } from '#core/base/join-columns.ts';
import { median, normalSpread, OUTLIER_DEVIATIONS, sum } from '#core/base/statistics/statistics.ts';
import { asCensored } from '../outcomes/censored-demand.ts';
import { LASTING } from './forecast-errors.ts';

export const MEMBER_NAMES = ['net', 'ridge', 'trees', 'process', 'analogues', 'median'] as const;
export type MemberName = (typeof MEMBER_NAMES)[number];

/** Weights of the base models; they add up to one. */
export interface BlendWeights extends Readonly<Record<Exclude<MemberName, 'process'>, number>> {
  /** Absent where units are learnt through the funnel. */
  readonly process?: number | undefined;
}

/** Returns the weight of a base model, 0 of one that is not there. */
export function weightOf(weights: BlendWeights, name: MemberName): number {
  return weights[name] ?? 0;
}

/** log1p(units) of the same rows or cells by each base model; empty of one that is not there. */
export type MemberLogs = Readonly<Record<MemberName, ArrayLike<number>>>;

/** Launches after one backtest origin, which no base model was fitted to. */
export interface UnseenPart {
  readonly actualUnits: Float64Array;
  /** Whether each launch sold its whole stock, so that it could have sold more. */
  readonly soldOut: readonly boolean[];
  readonly logs: MemberLogs;
}

/**
 * Returns the weighted mean of the base models' log1p(units), one for each row of `logs.ridge`. Logs of models without
 * weight are not read.
 */
export function blendLogs(logs: MemberLogs, weights: BlendWeights): Float64Array {
  const blended = new Float64Array(logs.ridge.length);
  for (const name of MEMBER_NAMES) {
    const weight = weightOf(weights, name);
    if (weight === 0) continue;
    const own = logs[name];
    for (let i = 0; i < blended.length; i++) blended[i] = blended[i]! + weight * own[i]!;
  }
  return blended;
}

/** Returns the base models that have a weight in any of the blends. */
export function usedMembers(blends: readonly BlendWeights[]): ReadonlySet<MemberName> {
  return new Set(MEMBER_NAMES.filter((name) => blends.some((blend) => weightOf(blend, name) > 0)));
}

/**
 * Prior weights. Ridge separates actions best by far; network and trees have another form and find what it cannot
 * express. Gaussian process and nearest launches have to earn their weight there. Without channels or promotions to
 * choose from, ridge has less of an advantage, and the process, which is not there in every shop, counts as the others.
 */
const PRIOR = weightsOf({ net: 0.125, ridge: 0.75, trees: 0.125 });
const PRIOR_WITHOUT_CHOICES = weightsOf({ net: 0.25, ridge: 0.25, trees: 0.25, process: 0.25 });
const PRIOR_WITHOUT_PROCESS = weightsOf({ net: 0.5, ridge: 0.25, trees: 0.25 });
const STEPS = 8;
/**
 * Extra pull towards the prior with few launches. They move the risk by more than 1/√n, because they select the best of
 * hundreds of blends.
 */
const FEW_ERR = 15;
/**
 * Share of 1/√n by which a blend pays. The errors of two blends are correlated, so that chance moves the difference of
 * their risks by less than it moves each.
 */
const OF_CHANCE = 0.5;

/** Share of a level that stays in forecasts. */
const LEVEL_LEFT = 1 - LASTING;

export interface ChosenBlends {
  readonly blend: BlendWeights;
  /**
   * Weights without each base model that has one in the blend, chosen in the same way, as if it had never been there.
   * Scaled up instead, the others would keep weights that were chosen to go with it.
   */
  readonly without: ReadonlyMap<MemberName, BlendWeights>;
}

/**
 * Chooses weights in eighths by backtests at several origins (stacking: Wolpert 1992, Breiman 1996). The risk is the
 * mean squared error on the log scale that is left once the level, the median error of each part, is corrected as far as
 * it is expected to last. A blend pays for its distance from the prior, more with fewer launches: about as much as chance
 * moves the difference of two blends.
 */
export function chooseBlends(
  parts: readonly UnseenPart[],
  { hasChoices }: { readonly hasChoices: boolean },
): ChosenBlends {
  const present = MEMBER_NAMES.filter((name) => parts.every(({ logs }) => logs[name].length > 0));
  const candidates = gridOfWeights(present);
  const count = sum(parts.map(({ actualUnits }) => actualUnits.length));
  const prior = priorOf(present, hasChoices);
  const bounds = parts.map(
    (part) => OUTLIER_DEVIATIONS * normalSpread(errorsOf(part, prior).around),
  );
  const weighed = candidates.map((weights) => ({
    weights,
    risk: sum(parts.map((part, i) => squaredErrors(part, weights, bounds[i]!))) / count,
  }));
  const blend = cheapest(weighed, prior, count);
  const without = [...usedMembers([blend])].map((name) => {
    const others = weighed.filter(({ weights }) => weightOf(weights, name) === 0);
    return [name, cheapest(others, scaledWithout(name, prior), count)] as const;
  });
  return { blend, without: new Map(without) };
}

function priorOf(present: readonly MemberName[], hasChoices: boolean): BlendWeights {
  if (hasChoices) return PRIOR;
  return present.includes('process') ? PRIOR_WITHOUT_CHOICES : PRIOR_WITHOUT_PROCESS;
}

/** Returns the weights of the lowest risk relative to the least one, with what they pay for their distance. */
function cheapest(
  weighed: readonly { readonly weights: BlendWeights; readonly risk: number }[],
  prior: BlendWeights,
  count: number,
): BlendWeights {
  const least = Math.max(Math.min(...weighed.map(({ risk }) => risk)), Number.EPSILON);
  const pull = OF_CHANCE / Math.sqrt(count) + FEW_ERR / count;
  const costs = weighed.map(
    ({ weights, risk }) => risk / least + pull * squaredDistance(weights, prior),
  );
  return weighed[costs.indexOf(Math.min(...costs))]!.weights;
}

/** Returns the prior without a base model; the others are scaled to add up to one. */
function scaledWithout(left: MemberName, prior: BlendWeights): BlendWeights {
  const rest = 1 - weightOf(prior, left);
  const scaled = MEMBER_NAMES.map((name) => [name, weightOf(prior, name) / rest] as const);
  return { ...weightsOf(Object.fromEntries<number>(scaled)), [left]: 0 };
}

/**
 * Returns the sum of the squared errors of a part that are left once its level is corrected.
 * @param bound largest error that counts in full, because a larger one is an input error; 0 for none
 */
function squaredErrors(part: UnseenPart, weights: BlendWeights, bound: number): number {
  const most = bound > 0 ? bound : Infinity;
  const { level, around } = errorsOf(part, weights);
  const left = LEVEL_LEFT * level;
  return sum(around.map((error) => (Math.max(-most, Math.min(most, error)) + left) ** 2));
}

/** Returns the median error of a blend on the log1p scale, and the errors around it. */
function errorsOf(
  { actualUnits, soldOut, logs }: UnseenPart,
  weights: BlendWeights,
): { readonly level: number; readonly around: Float64Array } {
  const actual = actualUnits.map(Math.log1p);
  const errors = asCensored(blendLogs(logs, weights), actual, soldOut).map(
    (log, i) => actual[i]! - log,
  );
  const level = median(errors);
  return { level, around: errors.map((value) => value - level) };
}

function squaredDistance(a: BlendWeights, b: BlendWeights): number {
  return sum(MEMBER_NAMES.map((name) => (weightOf(a, name) - weightOf(b, name)) ** 2));
}

function gridOfWeights(present: readonly MemberName[]): BlendWeights[] {
  return countsAddingTo(STEPS, present.length).map((counts) =>
    weightsOf(Object.fromEntries(present.map((name, i) => [name, counts[i]! / STEPS]))),
  );
}

/** Returns the weights of all base models that are always there, 0 where none is given, and of the process if given. */
export function weightsOf(some: Partial<Record<MemberName, number>>): BlendWeights {
  return { net: 0, ridge: 0, trees: 0, analogues: 0, median: 0, ...some };
}

/** Returns all ways of dividing a total among so many places. */
function countsAddingTo(total: number, places: number): number[][] {
  if (places === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    countsAddingTo(total - first, places - 1).map((rest) => [first, ...rest]),
  ).flat();
}

/** Returns units from log1p(units), at least 0. */
export function unitsFromLogs(logs: ArrayLike<number>): Float64Array {
  return Float64Array.from(logs, (log) => Math.max(0, Math.expm1(log)));
}

/** Returns the units forecast from log1p(units): whole, as the median of a count is, and at least 0. */
export function wholeUnits(log: number): number {
  return Math.max(0, Math.round(Math.expm1(log)));
}

/**
 * Returns the inputs of trees: product and action in one row, [rows, inputs + basis − 1], the basis without its
 * constant.
 */
export function joinedInputs(x: Float32Array, phi: Float32Array, rowCount: number): Float32Array {
  return joinColumns(x, phi, rowCount, 1);
}
