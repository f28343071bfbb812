// What the buyers of a shop are like, as sums: nothing in it leads back to one of them.

import type { Day } from '#core/base/dates.ts';

export interface BuyerStudy {
  /** Buyers whom the files tell apart, and their orders. */
  readonly buyerCount: number;
  readonly orderCount: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
}
