import type { WeekSales } from '#core/ledger/correction/observed-sales.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { m } from '#messages';
import { formatCount } from '#components/words/numbers.ts';

/** What is typed for one week; null: nothing. */
export interface EnteredWeek {
  units: number | null;
  daysWithout: number | null;
}

export interface EnteredSales {
  /** Units so far; null: neither entered nor known by week. */
  readonly soldUnits: number | null;
  /** Absent where the weeks are not known; the weeks before those that were entered are NaN. */
  readonly weeks: readonly WeekSales[] | undefined;
  readonly isValid: boolean;
  /** The weeks and the sum contradict each other. */
  readonly sumError: string | undefined;
}

interface Known {
  /** Whole weeks on sale. */
  readonly weeks: number;
  readonly sold: number | null;
  /** Days out of stock over all weeks; null: nothing is entered. */
  readonly daysWithout: number | null;
  /** Units by week of the data set; null: not known. */
  readonly ofData: readonly number[] | null;
}

const WEEK_DAYS = 7;

/**
 * Returns units by week: as entered for the last weeks, else as the data set has them, else none. Of a week for which only
 * some is entered, the data set tells the rest.
 */
export function enteredWeeks(byWeek: readonly EnteredWeek[], known: Known): EnteredSales {
  const { sold } = known;
  const typed = typedWeeks(byWeek, known);
  const weeks = typed ?? weeksOfData(known);
  const total = weeks ? totalOf(weeks, known) : null;
  const off = typed && contradictory(typed, { total, sold });
  return {
    soldUnits: sold ?? total,
    weeks: typed && areDaysUnplaced(byWeek, known) ? undefined : weeks,
    isValid: off === undefined && byWeek.every(isPossible),
    sumError: off === undefined ? undefined : m.reorder_bad_sum({ units: formatCount(off) }),
  };
}

/** Returns the units of the weeks where they cannot be those sold in all; undefined where they can. */
function contradictory(
  typed: readonly WeekSales[],
  { total, sold }: { readonly total: number | null; readonly sold: number | null },
): number | undefined {
  if (sold === null || total === sold) return undefined;
  const units = total ?? sum(typed.map((week) => week.units).filter((each) => !Number.isNaN(each)));
  return total !== null || units > sold ? units : undefined;
}

/** Returns the units of all weeks, also of those that only the data set has; null where one is not known. */
function totalOf(weeks: readonly WeekSales[], { ofData }: Known): number | null {
  const units = weeks.map((week, i) =>
    Number.isNaN(week.units) ? (ofData?.[i] ?? NaN) : week.units,
  );
  const total = sum(units);
  return Number.isNaN(total) ? null : total;
}

/** Days out of stock that belong to no week would make a week without stock look like one without demand; then the sum counts. */
function areDaysUnplaced(byWeek: readonly EnteredWeek[], { daysWithout }: Known): boolean {
  return (daysWithout ?? 0) > 0 && byWeek.every((week) => week.daysWithout === null);
}

/** Returns whether a week's units and days can be; nothing entered can. */
export function isPossible({ units, daysWithout }: EnteredWeek): boolean {
  const isUnits = units === null || units >= 0;
  return isUnits && (daysWithout === null || (daysWithout >= 0 && daysWithout <= WEEK_DAYS));
}

/** Undefined where nothing is entered by week, or no week's units are known. Weeks before those of the form are NaN. */
function typedWeeks(
  byWeek: readonly EnteredWeek[],
  { weeks, ofData }: Known,
): WeekSales[] | undefined {
  if (byWeek.every(({ units, daysWithout }) => units === null && daysWithout === null))
    return undefined;
  const first = weeks - byWeek.length;
  const typed = byWeek.map(({ units, daysWithout }, week) => ({
    units: units ?? ofData?.[first + week] ?? NaN,
    daysWithoutStock: daysWithout ?? 0,
  }));
  if (typed.every(({ units }) => Number.isNaN(units))) return undefined;
  const before = Array.from({ length: first }, () => ({
    ...{ units: NaN, daysWithoutStock: 0 },
  }));
  return [...before, ...typed];
}

/** Weeks of the data set are not told from days without stock, so they count only where there were none. */
function weeksOfData({ ofData, sold, daysWithout }: Known): WeekSales[] | undefined {
  const isSame = ofData !== null && (sold === null || sold === sum(ofData));
  if (!isSame || (daysWithout ?? 0) > 0) return undefined;
  return ofData.map((units) => ({ units, daysWithoutStock: 0 }));
}
