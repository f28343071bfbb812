/** A ridge's rows, to be solved under any penalties: the normal equations (XᵀWX + Λ) w = XᵀW y. */
export interface RidgeSolver {
  /** Coefficients that any launch speaks of, per group; the batches' group is the last. */
  readonly sizes: Float64Array;
  under(given: UnderPenalties): PenalisedSystem;
  /** Per group, the sum of the squares of its coefficients. */
  squareLengths(coefficients: Float64Array): Float64Array;
  /** One value a row: what the coefficients make of it. */
  times(coefficients: Float64Array): Float64Array;
}

export interface UnderPenalties {
  /** Λ, per group. */
  readonly penalties: Float64Array;
  /** W, per row. */
  readonly precision: Float64Array;
}

/** Yields between its steps, so that a caller can breathe. */
export interface PenalisedSystem {
  /**
   * w: the coefficients of groups first, then those of batches.
   * @param target y, one value a row
   * @param isLast they are to be kept; what only leads to the next round may be rougher
   */
  coefficients(target: Float64Array, isLast: boolean): Generator<void, Float64Array>;
  /** How many coefficients of each group the launches settle: the trace of (XᵀWX + Λ)⁻¹ XᵀWX over the group. */
  learntByGroup(): Generator<void, Float64Array>;
}
