// How good a net is while it still learns, in the seller's terms: on launches that it does not learn from.

import { unitsFromLogs } from '../model/blend.ts';
import { asSold } from '../model/sold-out.ts';
import { unitsFromHeads, type UnitsScale } from '../model/units-scale.ts';
import { quantile } from '../statistics.ts';
import { missedBy } from './conformal.ts';
import { wape } from './metrics.ts';

export interface EpochQuality {
  /** Null where nothing was sold. */
  readonly wape: number | null;
  /** Share of launches within ranges that promise 80 %; null where there are too few to draw any. */
  readonly coverage: number | null;
}

export interface Yardstick {
  readonly actualUnits: ArrayLike<number>;
  readonly soldOut: readonly boolean[];
  readonly units: UnitsScale;
  readonly shape: { readonly members: number; readonly heads: readonly unknown[] };
}

/** Below this a tenth is not even one launch. */
const FEWEST_FOR_RANGES = 20;

/** @param z [members, rows, heads] of the launches that the yardstick knows */
export function epochQuality(z: Float32Array, yardstick: Yardstick): EpochQuality {
  const { actualUnits, soldOut, units, shape } = yardstick;
  const logs = unitsFromHeads(z, { shape, rowCount: actualUnits.length, units });
  const missed = wape(actualUnits, asSold(unitsFromLogs(logs), actualUnits, soldOut));
  return {
    wape: Number.isFinite(missed) ? missed : null,
    coverage: coverageOfHalves(missedBy(actualUnits, logs, soldOut).residuals),
  };
}

/** Each half of the launches, every other one, against the range from the tenth to the ninetieth percentile of the other half. */
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
