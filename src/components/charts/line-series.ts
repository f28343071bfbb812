/** Things of one kind, in the order of the house's colours. */
export const CATEGORY_TONES = [
  'category-1',
  'category-2',
  'category-3',
  'category-4',
  'category-5',
] as const;

export interface LineBand {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** One line of a chart: a value at each place along the axis, or null where it has none. */
export interface LineSeries {
  readonly name: string;
  /** Spruce: Debut proposes. Grey: what is usual. */
  readonly tone: 'plan' | 'habit' | (typeof CATEGORY_TONES)[number];
  readonly values: readonly (number | null)[];
  /** What 8 in 10 lie between at each place, where it is drawn. */
  readonly band?: LineBand | undefined;
  /** Where its name stands: beside its last point, or above it where another line goes on. */
  readonly label: 'beside' | 'above' | 'none';
}
