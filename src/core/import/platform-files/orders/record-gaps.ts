import type { Day } from '#core/base/dates.ts';
import { finite, median } from '#core/base/statistics/statistics.ts';

/** Days without records between two files. */
export interface RecordGap {
  /** Last recorded day before the gap, and first one after it. */
  readonly from: Day;
  readonly until: Day;
}

/** Shorter gaps, in days, are as likely pauses of the shop as missing files. */
const SHORTEST = 14;
/** Least factor above the usual number of days between days with sales. */
const UNUSUAL = 10;

/**
 * Finds gaps between the files.
 * @param files for each file, the times of its lines
 */
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
