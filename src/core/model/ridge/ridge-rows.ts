/** Launches to learn one outcome from. */
export interface RidgeRows {
  /** [rows, product inputs] */
  readonly x: Float32Array;
  /** [rows, basis], the constant 1 first. */
  readonly phi: Float32Array;
  readonly target: Float64Array;
  /** Weight of each row, inversely proportional to its variance. */
  readonly weight: Float64Array;
  /** Batch of each row, numbered from 0. Launches of one batch share an effect that says nothing about later ones. */
  readonly batch: Uint32Array;
}

/** Returns the last `count` rows; rows are in time order. */
export function newestRows(rows: RidgeRows, count: number): RidgeRows {
  const from = rows.target.length - count;
  if (from <= 0) return rows;
  const inputs = rows.x.length / rows.target.length;
  const basis = rows.phi.length / rows.target.length;
  return {
    x: rows.x.subarray(from * inputs),
    phi: rows.phi.subarray(from * basis),
    target: rows.target.subarray(from),
    weight: rows.weight.subarray(from),
    batch: rows.batch.subarray(from),
  };
}
