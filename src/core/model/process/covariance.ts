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
 * Prepares launches for comparison with each other. The result gives one launch's likeness to each,
 * [weights][launches], in the order that `likenessWeights` reads.
 */
export function likenesses(
  respects: Respects,
  { x, phi, count }: EncodedRows,
): (launch: number) => Float64Array[] {
  const [inputs, columns] = [x.length / count, phi.length / count];
  const ofProduct = productLikeness(respects.products, x, count);
  const toEach = (of: (other: number) => number) =>
    Float64Array.from({ length: count }, (_, other) => of(other));
  return (launch) => {
    const at = (other: number, column: number) => phi[other * columns + column]!;
    const products = ofProduct(x.subarray(launch * inputs, (launch + 1) * inputs));
    const decisions = respects.decisions.map((respect) =>
      toEach((other) => {
        let product = 0;
        for (let k = respect.from; k < respect.from + respect.count; k++)
          product += at(launch, k) * at(other, k);
        return product;
      }),
    );
    const together = respects.decisions.flatMap((respect, d) =>
      pairedWith(respects, respect).map((k) =>
        products[k]!.map((alike, other) => alike * decisions[d]![other]!),
      ),
    );
    const { time } = respects;
    const times =
      time === null ? [] : [toEach((other) => timeLikeness(at(launch, time) - at(other, time)))];
    return [...products, ...decisions, ...together, ...times];
  };
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
