// Measures a network during training on the validation set, in units: WAPE and coverage.

import { unitsFromLogs } from '../blend/blend.ts';
import { asCensored } from '../outcomes/censored-demand.ts';
import { unitsFromHeads, type UnitsScale } from '../outcomes/units-scale.ts';
import { quantile } from '#core/base/statistics/statistics.ts';
import { residualsOf } from '../blend/conformal-ranges.ts';
import { wape } from '#core/base/statistics/metrics.ts';

export interface EpochQuality {
  /** Null where nothing was sold. */
  readonly wape: number | null;
  /** Share of launches inside their 80% ranges; null where there are too few launches. */
  readonly coverage: number | null;
}

export interface Yardstick {
  readonly actualUnits: ArrayLike<number>;
  readonly soldOut: readonly boolean[];
  readonly units: UnitsScale;
  readonly shape: { readonly members: number; readonly heads: readonly unknown[] };
}

/** Minimum number of launches; with fewer, a tenth of each half is less than one launch. */
const FEWEST_FOR_RANGES = 20;

/**
 * Returns WAPE and coverage of the network's outputs.
 * @param z outputs for the yardstick's launches, [members × rows × heads]
 */
export function epochQuality(z: Float32Array, yardstick: Yardstick): EpochQuality {
  const { actualUnits, soldOut, units, shape } = yardstick;
  const logs = unitsFromHeads(z, { shape, rowCount: actualUnits.length, units });
  const error = wape(actualUnits, asCensored(unitsFromLogs(logs), actualUnits, soldOut));
  return {
    wape: Number.isFinite(error) ? error : null,
    coverage: coverageOfHalves(residualsOf(actualUnits, logs, soldOut).residuals),
  };
}

/** Tests every other launch against the range from the 10th to the 90th percentile of the rest, and the reverse. */
function coverageOfHalves(residuals: Float64Array): number | null {
  if (residuals.length < FEWEST_FOR_RANGES) return null;
  const half = (rest: number) => residuals.filter((_, i) => i % 2 === rest);
  const [even, odd] = [half(0), half(1)];
  const held = heldBy(even, odd) + heldBy(odd, even);
  return held / residuals.length;
}

function heldBy(range: Float64Array, others: Float64Array): number {
  const [low, high] = [quantile(range, 0.1), quantile(range, 0.9)];
  return others.filter((residual) => residual >= low && residual <= high).length;
}
