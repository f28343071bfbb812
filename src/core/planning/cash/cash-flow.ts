// Describes payments that depend on the case: the cumulative cash by day, how low it falls, and when it is back at zero.

import type { Day } from '#core/base/dates.ts';
import { mean, quantile } from '#core/base/statistics/statistics.ts';
import type { OutcomeRange } from '../plan/launch-plan.ts';
import { meanRange, rangeAround } from '../plan/outcome-range.ts';
import type { CashPayments } from './cash-payments.ts';

/** A day that depends on the case: the median and the 80% range; null: not within the days of the payments. */
export interface DayRange {
  readonly middle: Day | null;
  readonly early80: Day | null;
  readonly late80: Day | null;
}

/** Cumulative cash of equally likely cases; money out is negative. */
export interface CashFlow {
  readonly days: readonly Day[];
  /** At the end of each day: the mean of the cases, and their 80% range. */
  readonly middle: readonly number[];
  readonly low80: readonly number[];
  readonly high80: readonly number[];
  /** Lowest cumulative cash of a case; 0 where it never falls below. */
  readonly lowest: OutcomeRange;
  /** First day on which it is lowest. */
  readonly lowestDay: DayRange;
  /** First day from which it is never below zero again. */
  readonly backDay: DayRange;
  /** Cash after the last payment. */
  readonly end: OutcomeRange;
}

/** Rounding of money that sums to zero; below a cent in every currency. */
const ROUNDING = 1e-6;

/** Returns the cash flow of payments; they have at least one case and one day. */
export function cashFlow({ days, amounts, expected }: CashPayments): CashFlow {
  const cases = amounts.map(cumulated);
  const byDay = days.map((_, place) => Float64Array.from(cases, (cash) => cash[place]!));
  const middle = expected ? [...cumulated(expected)] : byDay.map((cash) => mean(cash));
  const lowest = cases.map((cash) => cash.reduce((least, each) => Math.min(least, each), 0));
  return {
    days,
    middle,
    low80: byDay.map((cash) => quantile(cash, 0.1)),
    high80: byDay.map((cash) => quantile(cash, 0.9)),
    lowest: meanRange(Float64Array.from(lowest)),
    lowestDay: dayRange(
      cases.map((cash, i) => {
        const place = cash.findIndex((each) => each <= lowest[i]! + ROUNDING);
        return days[Math.max(0, place)]!;
      }),
    ),
    backDay: dayRange(cases.map((cash) => backDay(days, cash))),
    end: rangeAround(middle.at(-1)!, (share) => quantile(byDay.at(-1)!, share)),
  };
}

function cumulated(amounts: Float64Array): Float64Array {
  let cash = 0;
  return amounts.map((amount) => (cash += amount));
}

/** Infinity: not within the days. */
function backDay(days: readonly Day[], cash: Float64Array): Day {
  const last = cash.findLastIndex((each) => each < -ROUNDING);
  return days[last + 1] ?? Infinity;
}

function dayRange(days: readonly Day[]): DayRange {
  const sorted = days.toSorted((a, b) => a - b);
  const at = (share: number): Day | null => {
    const day = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
    return Number.isFinite(day) ? day : null;
  };
  return { middle: at(0.5), early80: at(0.1), late80: at(0.9) };
}
