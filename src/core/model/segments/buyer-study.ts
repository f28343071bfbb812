// What the buyers of a shop are like, as sums: nothing in it leads back to one of them.

import type { Day } from '#core/base/dates.ts';
import type { BuyerGroups } from './buyer-groups.ts';
import type { ReturningModel } from './learn-returning.ts';
import type { ValueModel } from './order-values.ts';
import type { RepeatModel } from './repeat-purchases.ts';

export interface BuyerStudy {
  /** Buyers whom the files tell apart, and their orders. */
  readonly buyerCount: number;
  readonly orderCount: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Buyers who ordered on more than one day. */
  readonly returningCount: number;
  /** Times in weeks. */
  readonly repeat: RepeatModel;
  /** null where too few lines have a price. */
  readonly value: ValueModel | null;
  /** Orders that the buyers are expected to make in each 28 days to come, the first from the last day on. */
  readonly ordersToCome: readonly number[];
  /** Money of the orders of the next 52 weeks; NaN is never stored: null where no value is known. */
  readonly valueToCome: number | null;
  /** What a product's group is: its category, or the theme of its title. */
  readonly grouping: 'category' | 'theme';
  /** Who returns for launches; null where fewer launches have ended than can be learnt from. */
  readonly returning: ReturningModel | null;
  /** New, regular and lapsed buyers and bargain hunters; null where resamples disagree. */
  readonly habits: BuyerGroups;
  /** Buyers by what they buy. */
  readonly tastes: BuyerGroups;
}
