// Scores of all cells of a product → the best cells.

import {
  knownCells,
  searchCells,
  type CellScores,
  type FoundCells,
} from '#core/planning/search/cell-search.ts';
import { offersTried, type Experience } from '#core/planning/search/support.ts';
import { calibratedLog } from '#core/model/blend/calibration.ts';
import { quickShare, wholeBlend } from '#core/model/blend/quick-blend.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { publishedBesideUsual } from '../predict/predict-actions.ts';
import { slowMembers, type EncodedActions } from '../predict/slow-members.ts';
import type { QuickScore } from './score-quickly.ts';

/**
 * Penalty, on the log scale, of an offer that such products never had. On world a it costs 0.002 of capture at 600
 * launches, and 0.003 at 200. What the model infers from other products is right more often than not.
 */
const UNTRIED_PENALTY = 0.05;

/**
 * Returns the penalties of a category's offers, on the log scale, [cells of a week]. Launches are counted once for each
 * category, not for each product.
 */
export function doubtsIn(experience: Experience): (category: string) => Float64Array {
  const known = new Map<string, Float64Array>();
  return (category) => {
    const doubts =
      known.get(category) ??
      offersTried(experience, category).map((count) => (count === 0 ? UNTRIED_PENALTY : 0));
    known.set(category, doubts);
    return doubts;
  };
}

export type CellSearch = (
  scored: QuickScore & { readonly usualLog: number },
  valueAt: CellScores['valueAt'],
) => FoundCells;

/** Returns a search of the best cells; base models that are slow score only the best of all cells. */
export function cellSearch(model: TrainedModel, actions: EncodedActions): CellSearch {
  const { blend, level, calibration } = model;
  const published = publishedBesideUsual(model)(actions.phi, actions.cells);
  const levelled = (log: number, cell: number, usual: number) =>
    calibratedLog(calibration, log, { usual, published: published[cell]! }) + level;
  const ofAll = (logs: Float64Array, usual: number) =>
    logs.map((log, cell) => levelled(log, cell, usual));
  if (!model.net || quickShare(blend) === 1)
    return ({ logUnits, usualLog }, valueAt) => knownCells(ofAll(logUnits, usualLog), valueAt);
  const slow = slowMembers(model, actions);
  return ({ logUnits, x, usualLog }, valueAt) => {
    const ofProduct = slow(x);
    const whole = (chosen: Uint32Array) => {
      const own = Float64Array.from(chosen, (cell) => logUnits[cell]!);
      const logs = wholeBlend(own, ofProduct(chosen), blend);
      return logs.map((log, i) => levelled(log, chosen[i]!, usualLog));
    };
    return searchCells({ quick: ofAll(logUnits, usualLog), whole, valueAt });
  };
}
