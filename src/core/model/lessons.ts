// What each launch teaches of one outcome, as a number on the net's own scale with a weight: for members that learn by squared
// errors, so that all of them speak of the same z.

import type { LaunchTable } from '../launch/launch-table.ts';
import { logit } from '../statistics.ts';
import type { OutcomeHead } from './heads.ts';
import { rateOutcome, standardised } from './training-rows.ts';

/** Of the launches whose outcome is known. */
export interface Lessons {
  /** Where each stands among the rows that were asked about. */
  readonly places: Uint32Array;
  readonly target: Float64Array;
  /** In inverse proportion to the variance of the target, about. */
  readonly weight: Float64Array;
}

/** A rate from few tries says little; one from very many does not say that much more (over-dispersion). */
const OVERDISPERSION = 0.05;
const LEAST_WEIGHT = 0.1;

export function lessonsOf(table: LaunchTable, rows: Uint32Array, head: OutcomeHead): Lessons {
  const known = Array.from(rows, (row, place) => ({ place, lesson: lessonOf(head, table, row) }));
  const told = known.filter(({ lesson }) => lesson !== null);
  return {
    places: Uint32Array.from(told, ({ place }) => place),
    target: Float64Array.from(told, ({ lesson }) => lesson!.target),
    weight: Float64Array.from(told, ({ lesson }) => lesson!.weight),
  };
}

/** Some rows of a matrix, in the order of their places. */
export function rowsAt(matrix: Float32Array, columns: number, places: Uint32Array): Float32Array {
  const picked = new Float32Array(places.length * columns);
  // Asked for hundreds of short rows of every product: a view of each took longer than all else.
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
    target: logit((successes + 0.5) / (trials + 1)),
    weight: successes / (1 + OVERDISPERSION * successes) + LEAST_WEIGHT,
  };
}
