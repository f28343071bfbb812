// All that past launches tell of sizes and colours, small enough to hand from a worker to a page.

import type { Day } from '#core/base/dates.ts';
import type { OptionLikings } from './option-likings.ts';
import type { SystemCurve } from './size-curves.ts';

export interface VariantCurves {
  readonly sizes: readonly SystemCurve[];
  readonly options: OptionLikings;
  /** Launches with two variants or more. */
  readonly launches: number;
  /** Units that they sold. */
  readonly units: number;
}

/** The product whose variants are to be split. */
export interface VariantProduct {
  /** '' where it is not known. */
  readonly category: string;
  readonly day: Day;
}
