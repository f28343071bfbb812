// Training targets of one outcome: a number per launch on the network's scale, with a weight. Base models that minimise
// squared errors use them, so that all models predict the same z.

import type { LaunchTable } from '#core/launch/launch-table.ts';
import { logit, sigmoid } from '#core/base/statistics/statistics.ts';
import type { OutcomeHead } from './heads.ts';
import { rateOutcome, standardised } from './training-rows.ts';

/** Targets of the launches whose outcome is known. */
export interface RegressionTargets {
  /** Index of each launch among the given rows. */
  readonly places: Uint32Array;
  readonly target: Float64Array;
  /** Weights, about inversely proportional to the variance of the target. */
  readonly weight: Float64Array;
}

/** Over-dispersion of rates: few tries say little, but very many do not say that much more. */
const OVERDISPERSION = 0.05;
const LEAST_WEIGHT = 0.1;

/**
 * Returns the targets and weights of those rows whose outcome is known. Targets are z of the head, offset included:
 * standardised log1p or score, or the logit of a rate.
 */
export function regressionTargets(
  table: LaunchTable,
  rows: Uint32Array,
  head: OutcomeHead,
): RegressionTargets {
  const known = Array.from(rows, (row, place) => ({ place, lesson: lessonOf(head, table, row) }));
  const told = known.filter(({ lesson }) => lesson !== null);
  return {
    places: Uint32Array.from(told, ({ place }) => place),
    target: Float64Array.from(told, ({ lesson }) => lesson!.target),
    weight: Float64Array.from(told, ({ lesson }) => lesson!.weight),
  };
}

/**
 * Returns the rows of a matrix at these places, in that order, [places × columns].
 * @param matrix [rows × columns], row-major
 */
export function rowsAt(matrix: Float32Array, columns: number, places: Uint32Array): Float32Array {
  const picked = new Float32Array(places.length * columns);
  // Called for hundreds of short rows of every product: a view of each took longer than all else.
  for (let i = 0; i < places.length; i++) {
    const from = places[i]! * columns;
    for (let k = 0; k < columns; k++) picked[i * columns + k] = matrix[from + k]!;
  }
  return picked;
}

function lessonOf(
  head: OutcomeHead,
  table: LaunchTable,
  row: number,
): { readonly target: number; readonly weight: number } | null {
  if (head.kind !== 'rate') {
    const target = standardised(head, table, row);
    return Number.isNaN(target) ? null : { target, weight: 1 };
  }
  const outcome = rateOutcome(head.name, table, row);
  if (!outcome) return null;
  const { successes, trials } = outcome;
  return {
    target: logit((successes + pseudoSuccesses(head)) / (trials + 1)),
    weight: successes / (1 + OVERDISPERSION * successes) + LEAST_WEIGHT,
  };
}

/**
 * Returns the successes of the one trial added to a launch, so that its logit is finite. Returns are rare and launches
 * small: half a unit would make 6% of a true 1% at 20 units, the mean rate of all launches makes 1.5%.
 */
function pseudoSuccesses({ name, offset }: Extract<OutcomeHead, { kind: 'rate' }>): number {
  return name === 'returnRate' ? sigmoid(offset) : 0.5;
}
