/** Results of three seasons of a shop. */
export interface Life {
  /** True expected profit by season. */
  readonly profits: readonly number[];
  /** Number of trial launches in the first season; `plannedCost` is what they were expected to cost. */
  readonly experiments: number;
  readonly plannedCost: number;
}
