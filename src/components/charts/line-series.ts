/** One line of a chart: a value at each place along the axis, or null where it has none. */
export interface LineSeries {
  readonly name: string;
  /** Spruce: Debut proposes. Grey: what is usual. */
  readonly tone: 'plan' | 'habit';
  readonly values: readonly (number | null)[];
  /** Where its name stands: beside its last point, or above it where another line goes on. */
  readonly label: 'beside' | 'above' | 'none';
}
