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

/** Returns units by week: as entered for the last weeks, else as the data set has them, else none. */
export function enteredWeeks(byWeek: readonly EnteredWeek[], known: Known): EnteredSales {
  const isEntered = byWeek.every(({ units }) => units !== null);
  const weeks = isEntered ? typedWeeks(byWeek, known) : weeksOfData(known);
  const units = weeks?.map((week) => week.units) ?? [];
  const isWhole = weeks !== undefined && units.every((each) => !Number.isNaN(each));
  const total = isWhole ? sum(units) : null;
  const isOff = isEntered && total !== null && known.sold !== null && known.sold !== total;
  const soldUnits = known.sold ?? total;
  return {
    ...{ soldUnits, weeks },
    isValid: !isOff && byWeek.every(isPossible),
    sumError: isOff ? m.reorder_bad_sum({ units: formatCount(total) }) : undefined,
  };
}

/** Returns whether a week's units and days can be; nothing entered can. */
export function isPossible({ units, daysWithout }: EnteredWeek): boolean {
  const isUnits = units === null || units >= 0;
  return isUnits && (daysWithout === null || (daysWithout >= 0 && daysWithout <= WEEK_DAYS));
}

function typedWeeks(byWeek: readonly EnteredWeek[], { weeks }: Known): WeekSales[] {
  const typed = byWeek.map(({ units, daysWithout }) => ({
    units: units!,
    daysWithoutStock: daysWithout ?? 0,
  }));
  const before = Array.from({ length: weeks - typed.length }, () => ({
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
