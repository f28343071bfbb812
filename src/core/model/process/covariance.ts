// The covariance of past launches: a sum of likenesses, each with a weight.

import { likenessCount, productLikeness } from './product-likeness.ts';
import type { DecisionRespect, EncodedRows, Respects } from './respects.ts';

/** Weights of likenesses, in variances of log1p(units). */
export interface LikenessWeights {
  /** [respects of products, and nearness] */
  readonly products: Float64Array;
  /** [respects of decisions] */
  readonly decisions: Float64Array;
  /** Of like products under like decisions, [respects of decisions][paired respects of products]. */
  readonly together: readonly Float64Array[];
  readonly time: number;
}

/** Variance of the constant, in variances of log1p(units). It is not learnt. */
export const CONSTANT = 0.3;
/** Years in which likeness in time fades. */
const FADING_YEARS = 0.4;

/** Returns how alike launches are in time, 0–1, by the years between them. */
export function timeLikeness(apart: number): number {
  return Math.exp(-Math.abs(apart) / FADING_YEARS);
}

/** Returns the places of the respects of products that are paired with a respect of decisions. */
export function pairedWith({ products }: Respects, { isPaired }: DecisionRespect): number[] {
  return isPaired ? [...products.keys()].filter((k) => products[k]!.isPaired) : [];
}

/**
 * Prepares launches for comparison with each other. The result gives one launch's likeness to each before it and to
 * itself, [weights][launch + 1], in the order that `likenessWeights` reads.
 */
export function likenesses(
  respects: Respects,
  { x, phi, count }: EncodedRows,
): (launch: number) => Float64Array[] {
  const inputs = x.length / count;
  const ofProduct = productLikeness(respects.products, x, count);
  const decisionOf = respects.decisions.map((respect) => decisionLikeness(respect, phi, count));
  const pairs = respects.decisions.flatMap((respect, d) =>
    pairedWith(respects, respect).map((product) => ({ product, d })),
  );
  const timeOf = timesAlike(respects, phi, count);
  return (launch) => {
    const products = ofProduct(x.subarray(launch * inputs, (launch + 1) * inputs), launch + 1);
    const decisions = decisionOf.map((of) => of(launch));
    const together = pairs.map(({ product, d }) => timesEach(products[product]!, decisions[d]!));
    return [...products, ...decisions, ...together, ...timeOf(launch)];
  };
}

function decisionLikeness({ from, count: own }: DecisionRespect, phi: Float32Array, count: number) {
  const columns = phi.length / count;
  return (launch: number): Float64Array => {
    const at = launch * columns + from;
    const alike = new Float64Array(launch + 1);
    for (let i = 0; i <= launch; i++) {
      const other = i * columns + from;
      let product = 0;
      for (let k = 0; k < own; k++) product += phi[at + k]! * phi[other + k]!;
      alike[i] = product;
    }
    return alike;
  };
}

/** Returns a function that gives nothing where decisions tell no time. */
function timesAlike({ time }: Respects, phi: Float32Array, count: number) {
  if (time === null) return () => [];
  const columns = phi.length / count;
  const times = Float64Array.from({ length: count }, (_, i) => phi[i * columns + time]!);
  return (launch: number) => [
    times.subarray(0, launch + 1).map((other) => timeLikeness(times[launch]! - other)),
  ];
}

function timesEach(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) product[i] = a[i]! * b[i]!;
  return product;
}

/** Sorts weights by what they weigh. */
export function likenessWeights(respects: Respects, weights: Float64Array): LikenessWeights {
  let next = 0;
  const take = (count: number) => weights.slice(next, (next += count));
  return {
    products: take(likenessCount(respects.products)),
    decisions: take(respects.decisions.length),
    together: respects.decisions.map((each) => take(pairedWith(respects, each).length)),
    time: weights[next] ?? 0,
  };
}
