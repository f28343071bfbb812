/** Launches to learn one outcome from. */
export interface RidgeRows {
  /** [rows, product inputs] */
  readonly x: Float32Array;
  /** [rows, basis], the constant 1 first. */
  readonly phi: Float32Array;
  readonly target: Float64Array;
  /** In inverse proportion to a row's variance. */
  readonly weight: Float64Array;
  /** Launches of one batch share a part of their fate that says nothing about later ones: numbers from 0. */
  readonly batch: Uint32Array;
}

/** The last so many. Rows in the order of time. */
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
