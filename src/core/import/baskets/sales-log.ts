// What was sold, to whom and with what: order lines as numbers. A log lives in a worker's memory only. What is stored is
// learnt from it; nothing in that leads back to a buyer.

import type { Day } from '#core/base/dates.ts';

export interface SalesLog {
  readonly products: readonly LoggedProduct[];
  /** Empty where the files name no channel. */
  readonly channels: readonly string[];
  readonly orderCount: number;
  /** Distinct buyers; 0 where the files have no column for them. */
  readonly buyerCount: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /**
   * [lines], one line for each product of an order. Orders ascend by day, and the lines of an order lie next to each
   * other. Returned and cancelled lines are left out.
   */
  readonly order: Uint32Array;
  readonly product: Uint32Array;
  /** NO_BUYER where the line names none. */
  readonly buyer: Int32Array;
  readonly day: Int32Array;
  /** More than 0. */
  readonly units: Float64Array;
  /** Paid for all units of the line; NaN where not known. */
  readonly revenue: Float64Array;
  /** Share taken off the price of the line, 0–1; NaN where not known. */
  readonly discountShare: Float32Array;
  /** Index of the channel; 0 where the files name none. */
  readonly channel: Uint16Array;
}

export interface LoggedProduct {
  readonly productId: string;
  readonly title: string;
  /** '' where not known. */
  readonly category: string;
  /** Median price that buyers paid for a unit; NaN where not known. */
  readonly price: number;
  /** Day of its first sale, or its listing day where the catalogue has an earlier one. */
  readonly firstDay: Day;
  /** Whether it was launched within the log; false where it may have been on sale before. */
  readonly isLaunch: boolean;
}

export const NO_BUYER = -1;
