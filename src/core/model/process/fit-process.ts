// Fits a Gaussian process. Weights of likenesses that make the known units most probable are learnt from some launches;
// then all launches say what they know.

import { roundToHalf } from '#core/base/bytes/half-floats.ts';
import { mean, standardDeviation } from '#core/base/statistics/statistics.ts';
import { addScaled, dot } from '#core/base/statistics/vectors.ts';
import { sharedCount } from '../features/action-basis.ts';
import { sharedColumns } from '../features/event-columns.ts';
import { signedColumns, type RowEncoding } from '../outcomes/heads.ts';
import { rowsAt } from '../outcomes/regression-targets.ts';
import {
  invert,
  pairsOf,
  pairTimes,
  solve,
  traceOf,
  traceOfProduct,
  type Pairs,
} from '../ridge/symmetric.ts';
import { CONSTANT, likenesses, likenessWeights } from './covariance.ts';
import type { GaussianProcess } from './gaussian-process.ts';
import { respectsOf, type EncodedRows, type Respects } from './respects.ts';
import { sparseRows } from './sparse-rows.ts';

/** The newest launches are compared: the time grows with their cube. */
const MOST_LAUNCHES = 1_200;
/** Launches, spread over all, from which weights are learnt. With more, forecasts of real tables were no better. */
const MOST_LESSONS = 400;
/** Rounds in which weights are learnt. With more, they follow chance: 8 were worse than 3 on three real tables. */
const ROUNDS = 3;
/** Share of the variance that likenesses explain together at first, each as much as any other. */
const FIRST_EXPLAINED = 0.5;
/** Share of the variance that is noise at least. */
const LEAST_NOISE = 0.02;
const LEAST_WEIGHT = 1e-9;
/** Mean likeness of launches to themselves below which nothing is learnt of a likeness. */
const LEAST_SEEN = 1e-3;
/** Largest change of a weight and of the noise in a round, in both directions. */
const MOST_CHANGE = { weight: 10, noise: 5 };
const BREATHE_EVERY_LAUNCHES = 100;

/**
 * Fits the process, and yields between its steps.
 * @param rows launches of known units, in order of time
 * @param logs their log1p(units)
 */
export function* fitProcess(
  encoding: RowEncoding,
  rows: EncodedRows,
  logs: Float64Array,
): Generator<void, GaussianProcess> {
  const { basis } = encoding;
  const newest = placesFrom(Math.max(0, rows.count - MOST_LAUNCHES), rows.count);
  const shared = sharedColumns(rows.phi, sharedCount(basis), rows.count);
  const past = asHalves(pick({ ...rows, phi: shared }, newest));
  const known = Float64Array.from(newest, (place) => logs[place]!);
  const [middle, deviation] = [mean(known), standardDeviation(known) || 1];
  const z = known.map((log) => (log - middle) / deviation);
  const respects = respectsOf(encoding, past);
  const lessons = spreadOver(past.count);
  const learnt = yield* learnWeights(
    respects,
    pick(past, lessons),
    Float64Array.from(lessons, (place) => z[place]!),
  );
  const covariance = yield* covarianceOf(respects, past, learnt);
  return {
    respects,
    weights: likenessWeights(respects, learnt.weights),
    products: sparseRows(past.x, past.count),
    decisions: past.phi,
    pulls: solve(covariance, z).map((pull) => pull * deviation),
    mean: middle,
    signed: signedColumns('units', basis).map(({ column, sign }) => ({ column, sign })),
  };
}

function placesFrom(first: number, end: number): Uint32Array {
  return Uint32Array.from({ length: end - first }, (_, i) => first + i);
}

/** Returns places that are spread evenly over all. */
function spreadOver(count: number): Uint32Array {
  const some = Math.min(count, MOST_LESSONS);
  return Uint32Array.from({ length: some }, (_, i) => Math.floor(((i + 0.5) * count) / some));
}

function pick({ x, phi, count }: EncodedRows, places: Uint32Array): EncodedRows {
  return {
    x: rowsAt(x, x.length / count, places),
    phi: rowsAt(phi, phi.length / count, places),
    count: places.length,
  };
}

function asHalves({ x, phi, count }: EncodedRows): EncodedRows {
  return { x: roundToHalf(x), phi: roundToHalf(phi), count };
}

interface Learnt {
  readonly weights: Float64Array;
  readonly noise: number;
}

/**
 * Learns weights and noise, which raise the marginal likelihood: MacKay's fixed point (1992, Neural Computation 4),
 * w ← w · αᵀ K_r α / tr(C⁻¹ K_r), for each likeness K_r and α = C⁻¹ z; for noise, K_r is the identity.
 */
function* learnWeights(
  respects: Respects,
  rows: EncodedRows,
  z: Float64Array,
): Generator<void, Learnt> {
  const { count } = rows;
  const matrices = yield* matricesOf(respects, rows);
  let weights = Float64Array.from(matrices, (matrix) => {
    const usual = traceOf(matrix, count) / count;
    // What hardly any of these launches has cannot be learnt from them.
    return usual > LEAST_SEEN ? FIRST_EXPLAINED / matrices.length / usual : LEAST_WEIGHT;
  });
  let noise = 1 - FIRST_EXPLAINED;
  for (let round = 0; round < ROUNDS; round++) {
    const inverse = invert(weightedSum(matrices, { weights, noise, count }), count);
    const pulls = pairTimes(inverse, z);
    weights = weights.map((weight, r) => {
      const explained = dot(pulls, 0, pairTimes(matrices[r]!, pulls), 0, count);
      const spent = traceOfProduct(matrices[r]!, inverse, count);
      const change = spent > 0 ? explained / spent : 0;
      return Math.max(LEAST_WEIGHT, weight * within(change, MOST_CHANGE.weight));
    });
    const change = dot(pulls, 0, pulls, 0, count) / traceOf(inverse, count);
    noise = Math.max(LEAST_NOISE, noise * within(change, MOST_CHANGE.noise));
    yield;
  }
  return { weights, noise };
}

/** Returns the likenesses of launches to each other, [weights]. */
function* matricesOf(respects: Respects, rows: EncodedRows): Generator<void, Pairs[]> {
  const alike = likenesses(respects, rows);
  const size = (rows.count * (rows.count + 1)) / 2;
  const matrices = alike(0).map(() => new Float64Array(size));
  for (let i = 0; i < rows.count; i++) {
    alike(i).forEach((own, r) => matrices[r]!.set(own, (i * (i + 1)) / 2));
    if (i % BREATHE_EVERY_LAUNCHES === 0) yield;
  }
  return matrices;
}

function* covarianceOf(
  respects: Respects,
  rows: EncodedRows,
  { weights, noise }: Learnt,
): Generator<void, Pairs> {
  const alike = likenesses(respects, rows);
  const all = new Float64Array((rows.count * (rows.count + 1)) / 2);
  for (let i = 0; i < rows.count; i++) {
    const own = all.subarray((i * (i + 1)) / 2, ((i + 1) * (i + 2)) / 2).fill(CONSTANT);
    alike(i).forEach((each, r) => addScaled(own, 0, weights[r]!, each, 0, i + 1));
    own[i] = own[i]! + noise;
    if (i % BREATHE_EVERY_LAUNCHES === 0) yield;
  }
  return all;
}

function weightedSum(
  matrices: readonly Pairs[],
  { weights, noise, count }: Learnt & { readonly count: number },
): Pairs {
  const all = pairsOf(count, (i, j) => CONSTANT + (i === j ? noise : 0));
  matrices.forEach((matrix, r) => addScaled(all, 0, weights[r]!, matrix, 0, all.length));
  return all;
}

function within(change: number, most: number): number {
  return Math.min(most, Math.max(1 / most, change));
}
