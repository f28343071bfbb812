/** How the z of outcome heads become units. Every way ends in log1p(units), averaged over the ensemble members. */
export type UnitsScale = FunnelScale | DirectScale;

/** units = impressions × click rate × conversion × units per order. */
export interface FunnelScale {
  readonly kind: 'funnel';
  /** Mean and standard deviation of log1p(impressions). */
  readonly impressionsMean: number;
  readonly impressionsDeviation: number;
  /** Logits of the mean rates: the network's offsets of these two heads. */
  readonly clickOffset: number;
  readonly orderOffset: number;
  readonly unitsPerOrder: number;
  readonly headIndexes: {
    readonly impressions: number;
    readonly clickRate: number;
    readonly conversion: number;
  };
}

/** One head predicts the standardised log1p(units). Its result may fall slightly below zero. */
export interface DirectScale {
  readonly kind: 'direct';
  /** Mean and standard deviation of log1p(units). */
  readonly mean: number;
  readonly deviation: number;
  readonly headIndex: number;
}

/**
 * Returns log1p(units) of each row. The funnel multiplies, so its members are averaged as logarithms, with
 * log1p(impressions) used as log(impressions).
 * @param z [members, rows, heads], offsets included
 */
export function unitsFromHeads(
  z: Float32Array,
  request: {
    readonly shape: { readonly members: number; readonly heads: readonly unknown[] };
    readonly rowCount: number;
    readonly units: UnitsScale;
  },
): Float32Array {
  const { shape, rowCount, units } = request;
  const headCount = shape.heads.length;
  const result = new Float32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    let sum = 0;
    for (let member = 0; member < shape.members; member++) {
      sum += memberValue(z, (member * rowCount + row) * headCount, units);
    }
    const mean = sum / shape.members;
    result[row] = units.kind === 'funnel' ? log1pOfExp(mean) : mean;
  }
  return result;
}

/**
 * Returns log1p(units) of each row by a base model that gives one z per outcome head.
 * @param outcomes [outcomes][rows], offsets included
 */
export function unitsFromOutcomes(
  outcomes: readonly ArrayLike<number>[],
  units: UnitsScale,
): Float32Array {
  const rowCount = outcomes[0]!.length;
  const z = new Float32Array(rowCount * outcomes.length);
  outcomes.forEach((values, h) => {
    for (let row = 0; row < rowCount; row++) z[row * outcomes.length + h] = values[row]!;
  });
  return unitsFromHeads(z, { shape: { members: 1, heads: outcomes }, rowCount, units });
}

/** Returns the scale for z that already include the offsets. */
export function withoutOffsets(units: UnitsScale): UnitsScale {
  return units.kind === 'funnel' ? { ...units, clickOffset: 0, orderOffset: 0 } : units;
}

/** Returns log1p(units) from log(units), without overflow. */
export function log1pOfExp(logUnits: number): number {
  return Math.max(logUnits, 0) + Math.log1p(Math.exp(-Math.abs(logUnits)));
}

/** Returns log(units) for the funnel, log1p(units) for the direct head. */
function memberValue(z: Float32Array, start: number, units: UnitsScale): number {
  if (units.kind === 'direct') return z[start + units.headIndex]! * units.deviation + units.mean;
  const { impressions, clickRate, conversion } = units.headIndexes;
  const logImpressions =
    z[start + impressions]! * units.impressionsDeviation + units.impressionsMean;
  return (
    logImpressions +
    logSigmoid(z[start + clickRate]!) +
    logSigmoid(z[start + conversion]!) +
    Math.log(units.unitsPerOrder)
  );
}

function logSigmoid(z: number): number {
  return -log1pOfExp(-z);
}
