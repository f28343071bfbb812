import type { Associations } from '#core/model/associations/associations.ts';
import type { LinesOfLaunches } from '#core/import/baskets/lines-of-launches.ts';
import type { BuyerStudy } from './buyer-study.ts';

/** What the order lines of a shop tell: sums that are stored in place of the lines. */
export interface OrderStudy {
  /** Milliseconds since 1970. */
  readonly readAt: number;
  readonly fileNames: readonly string[];
  /** Sold lines: one for each product of an order. */
  readonly lineCount: number;
  /** Missing where orders were read before they were compared with launches. */
  readonly ofLaunches?: LinesOfLaunches;
  /** Buyers whom the files tell apart; 0 where they have no column for them or name fewer than LEAST_COUNT. */
  readonly buyerCount: number;
  readonly associations: Associations;
  /** Null where the files do not tell enough buyers apart. */
  readonly buyers: BuyerStudy | null;
}
