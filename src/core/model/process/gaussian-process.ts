// A Gaussian process of log1p(units): launches that are alike in a respect sell alike, as far as past ones did.
//   covariance(a, b) = constant + Σ_r w_r · likeness_r(a, b), with a learnt weight for each respect
// Its forecast is linear in the columns of a decision, with coefficients of its own for each product.

import { CONSTANT, pairedWith, timeLikeness, type LikenessWeights } from './covariance.ts';
import { productLikeness } from './product-likeness.ts';
import type { EncodedRows, Respects } from './respects.ts';
import { denseRows, type SparseRows } from './sparse-rows.ts';

export interface GaussianProcess {
  readonly respects: Respects;
  readonly weights: LikenessWeights;
  /** Past launches: their products, and their decisions on the shared columns, [launches × columns]. */
  readonly products: SparseRows;
  readonly decisions: Float32Array;
  /** By how much each past launch moves one that is like it: the inverse covariance times log1p(units), [launches]. */
  readonly pulls: Float64Array;
  /** Mean of log1p(units). */
  readonly mean: number;
  /** Columns whose effect has one sign for every product; an effect of the other sign counts as zero. */
  readonly signed: readonly { readonly column: number; readonly sign: 1 | -1 }[];
}

/** Returns log1p(units) of a product under some decisions, [decisions]; `phi` is [decisions × columns]. */
type ProductForecast = (phi: Float32Array, decisions: number) => Float64Array;

/** Prepares the forecasts of one product after another, each from its inputs, [inputs]. */
export function processForecaster(process: GaussianProcess): (x: Float32Array) => ProductForecast {
  const { respects, pulls, decisions } = process;
  const shared = decisions.length / pulls.length;
  const products = denseRows(process.products);
  const likeness = productLikeness(respects.products, products, pulls.length);
  const ofTime = timeForecast(process);
  return (x) => {
    const alike = likeness(x, pulls.length);
    const constant = process.mean + ofProduct(process, alike);
    const coefficients = coefficientsOf(process, alike);
    return (phi, count) => {
      const width = phi.length / count;
      return Float64Array.from({ length: count }, (_, i) => {
        const own = phi.subarray(i * width, i * width + shared);
        let value = constant + ofTime(own);
        for (let k = 0; k < shared; k++) value += coefficients[k]! * own[k]!;
        return value;
      });
    };
  };
}

/** Returns what past launches say of a product, whatever is decided. */
function ofProduct({ weights, pulls }: GaussianProcess, alike: readonly Float64Array[]): number {
  let value = 0;
  for (let launch = 0; launch < pulls.length; launch++) {
    let covariance = CONSTANT;
    for (let k = 0; k < alike.length; k++) covariance += weights.products[k]! * alike[k]![launch]!;
    value += pulls[launch]! * covariance;
  }
  return value;
}

/** Returns the coefficients of a product on the shared columns of decisions. */
function coefficientsOf(
  { respects, weights, decisions, pulls, signed }: GaussianProcess,
  alike: readonly Float64Array[],
): Float64Array {
  const shared = decisions.length / pulls.length;
  const coefficients = new Float64Array(shared);
  respects.decisions.forEach((respect, d) => {
    const paired = pairedWith(respects, respect).map((k) => alike[k]!);
    for (let launch = 0; launch < pulls.length; launch++) {
      let covariance = weights.decisions[d]!;
      for (let p = 0; p < paired.length; p++)
        covariance += weights.together[d]![p]! * paired[p]![launch]!;
      const pull = covariance * pulls[launch]!;
      for (let k = respect.from; k < respect.from + respect.count; k++)
        coefficients[k] = coefficients[k]! + pull * decisions[launch * shared + k]!;
    }
  });
  for (const { column, sign } of signed)
    coefficients[column] = sign * Math.max(0, sign * coefficients[column]!);
  return coefficients;
}

/** Returns what launches near in time say of a decision. The same times are asked again and again. */
function timeForecast({ respects: { time }, weights, decisions, pulls }: GaussianProcess) {
  if (time === null) return () => 0;
  const shared = decisions.length / pulls.length;
  const known = new Map<number, number>();
  const forecast = (own: number) => {
    let value = 0;
    for (let launch = 0; launch < pulls.length; launch++)
      value += pulls[launch]! * timeLikeness(own - decisions[launch * shared + time]!);
    return weights.time * value;
  };
  return (phi: Float32Array): number => {
    const own = phi[time]!;
    const value = known.get(own) ?? forecast(own);
    known.set(own, value);
    return value;
  };
}

/** Returns log1p(units) of launches under their own decisions, [rows]. */
export function predictProcess(
  process: GaussianProcess,
  { x, phi, count }: EncodedRows,
): Float64Array {
  const forecaster = processForecaster(process);
  const [inputs, width] = [x.length / count, phi.length / count];
  const productOf = (row: number) => x.subarray(row * inputs, (row + 1) * inputs);
  // The same product under several decisions comes in a row.
  const isAsBefore = (row: number) =>
    row > 0 && productOf(row).every((value, k) => value === x[(row - 1) * inputs + k]);
  let forecast: ProductForecast = () => new Float64Array(1);
  return Float64Array.from({ length: count }, (_, row) => {
    if (!isAsBefore(row)) forecast = forecaster(productOf(row));
    return forecast(phi.subarray(row * width, (row + 1) * width), 1)[0]!;
  });
}
