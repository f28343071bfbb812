import type { Day } from '#core/base/dates.ts';

/** What a similar past launch sold. */
export interface SimilarSales {
  /** Title of the product, or its ID where it has none. */
  readonly title: string;
  readonly day: Day;
  readonly units: number;
  /** It sold its whole stock: demand was at least its units (a censored observation). */
  readonly isSoldOut?: true;
}

/** Units sold by past launches over the horizon. null: no launch with known units. */
export interface PastSales {
  /** Most similar first, at most five; launches whose units are not known are left out. */
  readonly similar: readonly SimilarSales[];
  /** Median of all launches. */
  readonly median: number | null;
  /** Median of the launches of the product's category; null also where it has no category. */
  readonly categoryMedian: number | null;
  /** 95% quantile of the launches of its category; of all launches where it has few, or none. */
  readonly high: number | null;
}
