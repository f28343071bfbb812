// Propensities of the coarse actions, for all launches that had one of them. They are cross-fitted in folds over the
// whole history, because the seller's choice is known for every launch, whenever it came.

import { encodeProducts, type ProductEncoder } from '#core/model/features/product-encoder.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { choiceInputs } from '#core/evaluation/off-policy/choice-inputs.ts';
import { actionTaken, type CoarseActions } from '#core/evaluation/off-policy/logged-offers.ts';
import { crossFittedPropensities } from '#core/evaluation/off-policy/propensities.ts';
import type { LoggedLaunches } from '#core/evaluation/off-policy/logged-launches.ts';
import type { FitRequest } from '../members/fit-request.ts';

/**
 * Most launches fitted: the newest, and all that are asked about. More take long, and say little more about a habit
 * that changes.
 */
const MOST_FITTED = 4000;

/** Returns the propensities of the rows asked about, [rows × actions], and the input that moves them most. */
export async function fitPropensities(
  { table, clock }: Pick<FitRequest, 'table' | 'clock'>,
  coarse: CoarseActions,
  { encoder, asked }: { readonly encoder: ProductEncoder; readonly asked: Uint32Array },
): Promise<Pick<LoggedLaunches, 'propensities' | 'strongest'>> {
  const isAsked = new Set(asked);
  const fitting = rowsByDate(table).filter((row) => actionTaken(coarse, table, row) >= 0);
  const newest = fitting.length - MOST_FITTED;
  const rows = fitting.filter((row, i) => i >= newest || isAsked.has(row));
  const taken = Uint16Array.from(rows, (row) => actionTaken(coarse, table, row));
  const x = encodeProducts(encoder, table, rows);
  const inputs = choiceInputs(table, coarse, { encoder, rows, x, taken });
  const products = Array.from(rows, (row) => table.productId[row]!);
  const steps = crossFittedPropensities({ inputs, taken, products, places: coarse.places });
  let step = steps.next();
  for (; !step.done; step = steps.next()) await clock.breathe();
  const { chances, strongest } = step.value;
  const width = coarse.actions.length;
  const places = new Map(Array.from(rows, (row, i) => [row, i]));
  const propensities = new Float32Array(asked.length * width);
  asked.forEach((row, i) => {
    const from = places.get(row)! * width;
    propensities.set(chances.subarray(from, from + width), i * width);
  });
  return { propensities, strongest };
}
