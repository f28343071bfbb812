/** How the outcome heads' z become units. Every way ends in log1p(units), averaged over the members. */
export type UnitsScale = FunnelScale | DirectScale;

/** units = impressions × click rate × conversion × units per order. */
export interface FunnelScale {
  readonly kind: 'funnel';
  /** Of log1p(impressions). */
  readonly impressionsMean: number;
  readonly impressionsDeviation: number;
  /** Logits of the mean rates: the net's offsets of these two heads. */
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
  /** Of log1p(units). */
  readonly mean: number;
  readonly deviation: number;
  readonly headIndex: number;
}

/**
 * log1p(units) of each row. z is [members, rows, heads], offsets included.
 * The funnel multiplies, so its members are averaged as logarithms, where log(impressions) stands in for log1p.
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

/** log1p(units) of each row, by a member that gives one z for each outcome head: [outcomes][rows], offsets included. */
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

/** For a z that holds the offsets already. */
export function withoutOffsets(units: UnitsScale): UnitsScale {
  return units.kind === 'funnel' ? { ...units, clickOffset: 0, orderOffset: 0 } : units;
}

/** log1p(units) from log(units), without overflow. */
export function log1pOfExp(logUnits: number): number {
  return Math.max(logUnits, 0) + Math.log1p(Math.exp(-Math.abs(logUnits)));
}

/** log(units) for the funnel, log1p(units) for the direct head. */
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
