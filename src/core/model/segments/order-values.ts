// What an order of a buyer is worth: the Gamma-Gamma model (Fader & Hardie 2013, "The Gamma-Gamma model of monetary
// value"). Orders of a buyer vary around a mean of their own, and the means vary over buyers.

import { digamma, logGamma } from '#core/base/statistics/gamma.ts';
import { minimise } from '#core/base/statistics/lbfgs.ts';
import { median } from '#core/base/statistics/statistics.ts';

/** [buyers], those with at least one repeat order. */
export interface OrderValues {
  readonly orders: Float64Array;
  /** Mean money of the orders, more than 0. */
  readonly meanValue: Float64Array;
}

export interface ValueModel {
  readonly p: number;
  readonly q: number;
  /** In money. */
  readonly gamma: number;
}

const DESCENT = { iterations: 300, tolerance: 1e-13 };
const MOST_LOG = 12;

/** Returns the parameters of maximum likelihood. */
export function fitValueModel({ orders, meanValue }: OrderValues): ValueModel {
  const unit = orders.length > 0 ? median(meanValue) : 1;
  const scaled = { orders, meanValue: meanValue.map((value) => value / unit) };
  const count = Math.max(1, orders.length);
  const found = minimise(
    (at, gradient) => {
      const { value, slopes } = likelihood(modelAt(at), scaled);
      for (let j = 0; j < 3; j++) {
        const isFree = Math.abs(at[j]!) < MOST_LOG;
        gradient[j] = isFree ? (-slopes[j]! * Math.exp(at[j]!)) / count : 0;
      }
      return -value / count;
    },
    Float64Array.of(1, 1, 0),
    DESCENT,
  );
  const model = modelAt(found);
  return { ...model, gamma: model.gamma * unit };
}

/**
 * Returns the expected money of an order: the buyer's own mean, drawn to that of all buyers by how few orders it comes
 * from. A mean over all buyers exists only where q > 1; elsewhere the buyer's own mean stands.
 */
export function expectedValue(
  { p, q, gamma }: ValueModel,
  { orders, meanValue }: { readonly orders: number; readonly meanValue: number },
): number {
  const weight = p * orders + q - 1;
  return weight > 0 && q > 1 ? (p * (gamma + orders * meanValue)) / weight : meanValue;
}

/** Returns the log-likelihood of the buyers' means. */
export function valueLikelihood(model: ValueModel, values: OrderValues): number {
  return likelihood(model, values).value;
}

function modelAt(logs: Float64Array): ValueModel {
  const [p, q, gamma] = Array.from(logs, (log) =>
    Math.exp(Math.max(-MOST_LOG, Math.min(MOST_LOG, log))),
  );
  return { p: p!, q: q!, gamma: gamma! };
}

function likelihood({ p, q, gamma }: ValueModel, { orders, meanValue }: OrderValues) {
  const slopes = new Float64Array(3);
  const fixed = q * Math.log(gamma) - logGamma(q);
  const [logGammaParameter, ofQ] = [Math.log(gamma), digamma(q)];
  let value = 0;
  for (let i = 0; i < orders.length; i++) {
    const [x, m] = [orders[i]!, meanValue[i]!];
    const [shape, whole] = [p * x, gamma + m * x];
    const logWhole = Math.log(whole);
    const ofBoth = digamma(shape + q);
    value +=
      fixed +
      logGamma(shape + q) -
      logGamma(shape) +
      (shape - 1) * Math.log(m) +
      shape * Math.log(x) -
      (shape + q) * logWhole;
    slopes[0]! += x * (ofBoth - digamma(shape) + Math.log(m * x) - logWhole);
    slopes[1]! += ofBoth - ofQ + logGammaParameter - logWhole;
    slopes[2]! += q / gamma - (shape + q) / whole;
  }
  return { value, slopes };
}
