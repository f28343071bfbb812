/** Colours of series of one kind, in their fixed order. */
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

/** One line of a chart: a value for each position on the axis, or null if it has none. */
export interface LineSeries {
  readonly name: string;
  /** Spruce: Debut's plan. Grey: the usual approach. */
  readonly tone: 'plan' | 'habit' | (typeof CATEGORY_TONES)[number];
  readonly values: readonly (number | null)[];
  /** 80% range at each position, where it is drawn. */
  readonly band?: LineBand | undefined;
  /** Position of its name: next to its last point, or above it where another line continues. */
  readonly label: 'beside' | 'above' | 'none';
}
