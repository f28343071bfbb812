/** The rows of a ridge, to be solved under any penalties by the normal equations (XᵀWX + Λ) w = XᵀW y. */
export interface RidgeSolver {
  /** Number of coefficients per group that any launch has inputs for; the batches' group is the last. */
  readonly sizes: Float64Array;
  under(given: UnderPenalties): PenalisedSystem;
  /** Returns, per group, the sum of its squared coefficients. */
  squareLengths(coefficients: Float64Array): Float64Array;
  /** Returns X times the coefficients, one value per row. */
  times(coefficients: Float64Array): Float64Array;
}

export interface UnderPenalties {
  /** Λ, per group. */
  readonly penalties: Float64Array;
  /** W, per row. */
  readonly precision: Float64Array;
}

/** The normal equations under given penalties. Its generators yield between steps, so that the caller can pause. */
export interface PenalisedSystem {
  /**
   * Returns w: the coefficients of groups first, then those of batches.
   * @param target y, one value per row
   * @param isLast whether they are kept; those that only lead to the next round may be rougher
   */
  coefficients(target: Float64Array, isLast: boolean): Generator<void, Float64Array>;
  /**
   * Returns how many coefficients of each group the launches determine: the trace of (XᵀWX + Λ)⁻¹ XᵀWX over the group.
   */
  learntByGroup(): Generator<void, Float64Array>;
}
