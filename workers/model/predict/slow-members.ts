// Predicts one product by the base models that are slow for each action: boosted trees and similar launches.

import { analogueValues } from '#core/model/analogues/analogue-values.ts';
import { nearestFinder } from '#core/model/analogues/nearest-launches.ts';
import { sharedCount } from '#core/model/features/action-basis.ts';
import { sharedColumns } from '#core/model/features/event-columns.ts';
import { unitsScale } from '#core/model/outcomes/heads.ts';
import { rowsAt } from '#core/model/outcomes/regression-targets.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { unitsFromOutcomes } from '#core/model/outcomes/units-scale.ts';
import { treesUnderActions } from '#core/model/trees/product-trees.ts';

export interface EncodedActions {
  /** [cells × columns], event columns by event. */
  readonly phi: Float32Array;
  readonly cells: number;
  /** Cells per week. */
  readonly offers: number;
  /** Inputs per product. */
  readonly inputs: number;
}

interface SlowLogs {
  readonly trees: ArrayLike<number>;
  readonly analogues: ArrayLike<number>;
}

/**
 * Returns functions that predict log1p(units) of a product, [inputs], in chosen cells, [chosen], by the slow base
 * models with a weight in the blend. Those without one give an empty list.
 */
export function slowMembers(
  { trees, analogues, encoding, blend }: TrainedModel,
  { phi, cells, offers, inputs }: EncodedActions,
): (x: Float32Array) => (chosen: Uint32Array) => SlowLogs {
  const units = unitsScale(encoding.heads);
  const basis = phi.length / cells;
  const shared = sharedCount(encoding.basis);
  const ofTrees = { phi: sharedColumns(phi, shared, cells), basis: shared, offers };
  const withTrees =
    blend.trees > 0 ? trees.map((each) => treesUnderActions(each, ofTrees, inputs)) : [];
  const nearest = analogues && blend.analogues > 0 ? nearestFinder(analogues) : null;
  return (x) => {
    const ownTrees = withTrees.map((each) => each(x));
    const near = nearest?.(x);
    const ofNearest = (chosen: Uint32Array) =>
      near ? analogueValues(analogues!, near, { phi: rowsAt(phi, basis, chosen), basis }) : [];
    const inUnits = (outcomes: readonly Float64Array[]) =>
      outcomes.length > 0 ? unitsFromOutcomes(outcomes, units) : [];
    return (chosen) => ({
      trees: inUnits(ownTrees.map((each) => each(chosen))),
      analogues: inUnits(ofNearest(chosen)),
    });
  };
}
