import type { Day } from '../dates.ts';
import { finite, median } from '../statistics.ts';

/** Days of which no file tells, between files that tell of days before and after. */
export interface RecordGap {
  /** The last day told of before, and the first one after. */
  readonly from: Day;
  readonly until: Day;
}

/** Shorter ones are pauses of a shop as likely as files that are missing. */
const SHORTEST = 14;
/** So many times the usual days from one day with sales to the next. */
const UNUSUAL = 10;

/** @param files moments of the lines of each */
export function recordGaps(files: readonly Float64Array[]): RecordGap[] {
  const days = files.map((moments) =>
    [...new Set(finite(moments).map(Math.floor))].toSorted((a, b) => a - b),
  );
  const spans = days
    .flatMap((own) => (own.length > 0 ? [{ from: own[0]!, until: own.at(-1)! }] : []))
    .toSorted((a, b) => a.from - b.from);
  const steps = days.flatMap((own) => own.slice(1).map((day, i) => day - own[i]!));
  const shortest = Math.max(SHORTEST, UNUSUAL * (steps.length > 0 ? median(steps) : 1));
  const gaps: RecordGap[] = [];
  let told = spans[0]?.until ?? 0;
  for (const { from, until } of spans) {
    if (from - told >= shortest) gaps.push({ from: told, until: from });
    told = Math.max(told, until);
  }
  return gaps;
}
