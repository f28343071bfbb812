import { guessDateOrder, readDate } from '../values/read-date.ts';
import type { Day } from '#core/base/dates.ts';

/** First and last day of a report. */
export interface ReportPeriod {
  readonly from: Day;
  readonly until: Day;
}

/** Separators between the first and the last day: "01/07/2026 - 31/07/2026", "1 July 2026 to 31 July 2026". */
const BETWEEN_DAYS = /\s+(?:-|–|—|~|to|bis|a|au|até|s\/d)\s+|\s*(?:至|～|~)\s*/i;

/** Returns the only period named in the lines above a table; null if there is none, or several. */
export function periodAbove(records: readonly (readonly string[])[]): ReportPeriod | null {
  const found = records.flat().flatMap((cell) => periodIn(cell) ?? []);
  const [first, ...others] = found;
  if (!first) return null;
  return others.every((other) => isSame(first, other)) ? first : null;
}

function periodIn(cell: string): ReportPeriod | null {
  const ends = cell.trim().split(BETWEEN_DAYS);
  if (ends.length !== 2) return null;
  const { order } = guessDateOrder(ends);
  const [from, until] = ends.map((end) => readDate(end, order));
  return from! <= until! ? { from: from!, until: until! } : null;
}

function isSame(a: ReportPeriod, b: ReportPeriod): boolean {
  return a.from === b.from && a.until === b.until;
}
