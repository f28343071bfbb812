// Effects of what is known of a product on an outcome, as plain values: learnt once, asked for any product.

import {
  rateEncoder,
  spreadOfColumns,
  fitRateColumns,
  type RateGroup,
  type SparseRow,
} from './rate-columns.ts';
import type { BetaBinomialOutcome } from './beta-binomial-outcome.ts';
import { fitPenalised, predictorOf, unknownVariance, varianceOf } from './penalised-fit.ts';
import type { RateProduct } from './rate-launch.ts';

export interface LaunchEffects {
  readonly groups: readonly RateGroup[];
  /** On η, [columns]: the constant, then the columns of each group. */
  readonly effects: Float64Array;
  /** Posterior covariance of the effects: lower half of [columns × columns]. */
  readonly covariance: Float32Array;
  /** Variance of the effects of each group, [groups]. */
  readonly variances: Float64Array;
  /** Launches and units that have each column, [columns]; of the constant all. */
  readonly launches: Uint32Array;
  readonly units: Float64Array;
  /** Units of each category. */
  readonly unitsByCategory: Readonly<Record<string, number>>;
}

/** What is known of η of one product. */
export interface Predictor {
  readonly row: SparseRow;
  readonly eta: number;
  readonly variance: number;
}

/** One launch's product and its units. */
interface Counted {
  readonly product: RateProduct;
  readonly units: number;
}

/** Learns the effects, and the outcome's own spread between products. */
export function fitEffects(
  launches: readonly Counted[],
  outcome: BetaBinomialOutcome,
): { readonly effects: LaunchEffects; readonly outcome: BetaBinomialOutcome } {
  const groups = fitRateColumns(launches.map(({ product }) => product));
  const encode = rateEncoder(groups);
  const rows = launches.map(({ product }) => encode(product));
  const spreadOf = spreadOfColumns(groups);
  const fit = fitPenalised({ rows, spreadOf, groupCount: groups.length, outcome });
  const units = new Float64Array(spreadOf.length);
  const counts = new Uint32Array(spreadOf.length);
  rows.forEach(({ columns }, i) => {
    for (const column of columns) {
      units[column]! += launches[i]!.units;
      counts[column]! += 1;
    }
  });
  return {
    effects: {
      groups,
      effects: fit.coefficients,
      covariance: Float32Array.from(fit.covariance),
      variances: fit.variances,
      launches: counts,
      units,
      unitsByCategory: sumsByCategory(launches),
    },
    outcome: fit.outcome,
  };
}

function sumsByCategory(launches: readonly Counted[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { product, units } of launches)
    sums.set(product.category, (sums.get(product.category) ?? 0) + units);
  return Object.fromEntries(sums);
}

/** Returns a function that says what is known of η of a product. */
export function predictorFrom(model: LaunchEffects): (product: RateProduct) => Predictor {
  const encode = rateEncoder(model.groups);
  return (product) => {
    const row = encode(product);
    const known = Math.max(0, varianceOf(row, model.covariance));
    return {
      row,
      eta: predictorOf(row, model.effects),
      variance: known + unknownVariance(row, model.variances),
    };
  };
}
