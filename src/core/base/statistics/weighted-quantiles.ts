/** Values sorted, and the share of all weight up to the middle of each value's own. */
export interface WeightedValues {
  readonly values: Float64Array;
  readonly shares: Float64Array;
}

/** Sorts values with their weights, which are positive. */
export function weightedValues(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
): WeightedValues {
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const shares = new Float64Array(order.length);
  let before = 0;
  for (const [place, i] of order.entries()) {
    shares[place] = before + weights[i]! / 2;
    before += weights[i]!;
  }
  return {
    values: Float64Array.from(order, (i) => values[i]!),
    shares: shares.map((share) => share / before),
  };
}

/**
 * Returns a quantile by linear interpolation between the middles of the weights (type 5 of Hyndman and Fan 1996 where all are
 * equal); NaN without values.
 */
export function weightedQuantile({ values, shares }: WeightedValues, fraction: number): number {
  let [low, high] = [0, shares.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shares[middle]! < fraction) low = middle + 1;
    else high = middle;
  }
  if (low === 0 || low === shares.length) return values[Math.min(low, shares.length - 1)] ?? NaN;
  const part = (fraction - shares[low - 1]!) / (shares[low]! - shares[low - 1]!);
  return values[low - 1]! + part * (values[low]! - values[low - 1]!);
}
