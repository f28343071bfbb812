// Describes payments that depend on the case: the cumulative cash by day, how low it falls, and when it is back at zero.

import type { Day } from '#core/base/dates.ts';
import { mean, quantile } from '#core/base/statistics/statistics.ts';
import type { OutcomeRange } from '../plan/launch-plan.ts';
import { rangeAround } from '../plan/outcome-range.ts';
import type { CashPayments } from './cash-payments.ts';

/** When cash is never below zero again; null: not within the days of the payments. */
export interface BackDay {
  /** Of the expected cash. */
  readonly expected: Day | null;
  /** 80% range of the cases' days. */
  readonly early80: Day | null;
  readonly late80: Day | null;
  /** Share of the cases, 0–1, that are not back within the days of the payments. */
  readonly never: number;
}

/** Cumulative cash of equally likely cases; money out is negative. */
export interface CashFlow {
  readonly days: readonly Day[];
  /** At the end of each day: the mean of the cases, and their 80% range. */
  readonly middle: readonly number[];
  readonly low80: readonly number[];
  readonly high80: readonly number[];
  /**
   * Lowest expected cash, with the ranges of each case's own lowest cash; 0 where it never falls below. Cases fall lower
   * on average than their mean does, because they are not lowest on the same day.
   */
  readonly lowest: OutcomeRange;
  /** First day on which the expected cash is lowest. */
  readonly lowestDay: Day;
  readonly backDay: BackDay;
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
  const least = lowestOf(middle);
  const lowestPlace = middle.findIndex((cash) => cash <= least + ROUNDING);
  const lows = cases.map(lowestOf);
  return {
    days,
    middle,
    low80: byDay.map((cash) => quantile(cash, 0.1)),
    high80: byDay.map((cash) => quantile(cash, 0.9)),
    lowest: rangeAround(least, (share) => quantile(lows, share)),
    lowestDay: days[Math.max(0, lowestPlace)]!,
    backDay: backDays(days, middle, cases),
    end: rangeAround(middle.at(-1)!, (share) => quantile(byDay.at(-1)!, share)),
  };
}

function cumulated(amounts: Float64Array): Float64Array {
  let cash = 0;
  return amounts.map((amount) => (cash += amount));
}

function lowestOf(cash: ArrayLike<number>): number {
  return Math.min(0, ...Array.from(cash));
}

function backDays(
  days: readonly Day[],
  middle: readonly number[],
  cases: readonly Float64Array[],
): BackDay {
  const sorted = cases.map((cash) => backDay(days, cash)).sort((a, b) => a - b);
  const known = (day: Day) => (Number.isFinite(day) ? day : null);
  const at = (share: number) => known(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!);
  return {
    expected: known(backDay(days, Float64Array.from(middle))),
    early80: at(0.1),
    late80: at(0.9),
    never: sorted.filter((day) => !Number.isFinite(day)).length / sorted.length,
  };
}

/** Infinity: not within the days. */
function backDay(days: readonly Day[], cash: Float64Array): Day {
  const last = cash.findLastIndex((each) => each < -ROUNDING);
  return days[last + 1] ?? Infinity;
}
