/** Three seasons of a shop. */
export interface Life {
  /** True expected profit by season. */
  readonly profits: readonly number[];
  /** Of the first season, and what they were expected to cost. */
  readonly experiments: number;
  readonly plannedCost: number;
}
